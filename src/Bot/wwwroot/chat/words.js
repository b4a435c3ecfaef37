// The page's own few words, from the same content files as the bot's texts.

let current = null;

/** A word of the page in the language of now; empty until the words are there. */
export const word = (key) => current?.words[key] ?? "";

/** Puts a word of the page there; it follows the page's language. */
export function put(place, key) {
  place.textContent = word(key);
  place.dataset.word = key;
}

/** Whether the server offers the time machine (in Development only). */
export const hasTimeMachine = () => current?.timeMachine === true;

/** Shows the page in a language, or in the browser's own where none is given. */
export async function speak(language) {
  if (current && current.language === language) return;
  const query = language ? `?language=${encodeURIComponent(language)}` : "";
  try {
    const answer = await fetch(`/webchat/words${query}`);
    if (!answer.ok) return;
    current = await answer.json();
    show();
  } catch {
    // Offline: the words that stand in the page stay until the next message.
  }
}

function show() {
  document.documentElement.lang = current.language;
  document.documentElement.dir = current.direction;
  document.title = word("title");
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word(place.dataset.word);
  for (const place of document.querySelectorAll("[data-label]")) place.setAttribute("aria-label", word(place.dataset.label));
  for (const place of document.querySelectorAll("[data-placeholder]")) place.placeholder = word(place.dataset.placeholder);
}
