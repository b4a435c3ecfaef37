// Which conversation this browser is in: the server keeps its name in a cookie that scripts can't read.

/** Takes up the browser's conversation, or begins one. False where the server can't be reached. */
export const begin = () => ask("/webchat/conversations");

/** Begins a new conversation and leaves the old one. */
export const beginAfresh = () => ask("/webchat/conversations?fresh=true");

async function ask(address) {
  try {
    return (await fetch(address, { method: "POST" })).ok;
  } catch {
    return false;
  }
}
