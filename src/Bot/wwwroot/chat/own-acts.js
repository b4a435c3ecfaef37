// What the youth can do with a line of their own: write it anew, or take it back.

import { put, word } from "./words.js";

/** A small button, and the two that it shows. */
export function ownActs(line, acts) {
  const both = document.createElement("div");
  both.className = "own both";
  both.hidden = true;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "own more";
  more.dataset.label = "more";
  more.setAttribute("aria-label", word("more"));
  more.setAttribute("aria-expanded", "false");
  const show = (shown) => {
    both.hidden = !shown;
    both.replaceChildren(...(shown ? [button("change", () => acts.change(line)), button("takeBack", () => acts.takeBack(line))] : []));
    more.setAttribute("aria-expanded", String(shown));
  };
  more.addEventListener("click", () => show(both.hidden));
  both.addEventListener("click", () => show(false));
  both.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    more.focus();
  });
  return [more, both];
}

function button(key, onClick) {
  const made = document.createElement("button");
  made.type = "button";
  put(made, key);
  made.addEventListener("click", onClick);
  return made;
}
