// Messages on their way to the server. Each keeps its id on every try, so the server stores it once;
// those that it has not taken yet outlive a reload.

import { begin } from "./conversation.js";

const KEPT = "mdt.unsent";
const WAITS = [500, 1000, 2000, 5000, 10000, 15000];
const LONGEST_TRY = 15000;

export class Outgoing {
  #unsent = read();
  #busy = false;
  #wakeUp = () => {};
  #on;

  /** `on.sent(id)`, `on.refused(id)` and `on.trouble(kind)` with `sendFailed`, `tooFast` or null when it is over. */
  constructor(on) {
    this.#on = on;
    addEventListener("online", () => this.#wakeUp());
  }

  /** What was not taken yet, oldest first. */
  get messages() {
    return [...this.#unsent];
  }

  /** `takesBack` is the line that the youth deletes; `words`, if any, come in its place. */
  add(words, tapped, takesBack = null) {
    const message = { id: newId(), words, tapped, takesBack };
    this.#unsent.push(message);
    write(this.#unsent);
    return message;
  }

  /** Sends one after the other until all are taken. */
  async flush() {
    if (this.#busy) return;
    this.#busy = true;
    for (let tries = 0; this.#unsent.length > 0;) {
      const answer = await post(this.#unsent[0]);
      if (answer.trouble) {
        this.#on.trouble(answer.trouble);
        await this.#pause(answer.wait ?? WAITS[Math.min(tries++, WAITS.length - 1)]);
        continue;
      }
      tries = 0;
      this.#on.trouble(null);
      const { id } = this.#unsent.shift();
      write(this.#unsent);
      if (answer.taken) this.#on.sent(id);
      else this.#on.refused(id);
    }
    this.#busy = false;
  }

  /** Drops what is not sent yet: it belonged to the conversation that was left. */
  forget() {
    this.#unsent = [];
    write(this.#unsent);
  }

  #pause(milliseconds) {
    return new Promise((resolve) => {
      this.#wakeUp = resolve;
      setTimeout(resolve, milliseconds);
    });
  }
}

async function post(message) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), LONGEST_TRY);
  try {
    const answer = await fetch("/webchat/messages", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message),
      signal: limit.signal,
    });
    return await understood(answer);
  } catch {
    return { trouble: "sendFailed" };
  } finally {
    clearTimeout(timer);
  }
}

async function understood(answer) {
  if (answer.ok) return { taken: true };
  if (answer.status === 429) return { trouble: "tooFast", wait: 1000 * (Number(answer.headers.get("retry-after")) || 2) };
  if (answer.status === 401 && await begin()) return { trouble: "sendFailed", wait: 0 };
  return answer.status < 500 && answer.status !== 401 ? { taken: false } : { trouble: "sendFailed" };
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? [];
  } catch {
    return [];
  }
}

function write(messages) {
  try {
    if (messages.length > 0) localStorage.setItem(KEPT, JSON.stringify(messages));
    else localStorage.removeItem(KEPT);
  } catch {
    // A browser without storage still chats; only a reload in mid-send loses the message.
  }
}

// crypto.randomUUID exists only over https and on localhost; a phone on the local network has neither.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
