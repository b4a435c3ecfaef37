// The answers that can be tapped, under the last message.

const place = document.getElementById("choices");

// As on WhatsApp: up to three are buttons, more are a list.
const MOST_BUTTONS = 3;

export function showChoices(choices, onTap) {
  place.replaceChildren(...choices.map((choice) => button(choice, onTap)));
  place.classList.toggle("list", choices.length > MOST_BUTTONS);
  place.hidden = choices.length === 0;
}

/** Takes them away. The focus stays here, so that the next Tab reaches the next answers. */
export function clearChoices() {
  const hadFocus = place.contains(document.activeElement);
  place.replaceChildren();
  place.classList.remove("list");
  if (hadFocus) place.focus({ preventScroll: true });
  else place.hidden = true;
}

function button(choice, onTap) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.choice = choice.id;
  made.append(line("span", choice.label));
  if (choice.description) made.append(line("small", choice.description));
  made.addEventListener("click", () => onTap(choice));
  return made;
}

function line(tag, text) {
  const made = document.createElement(tag);
  made.dir = "auto";
  made.textContent = text;
  return made;
}
