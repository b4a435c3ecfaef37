// Lines of the conversation as bubbles.

import { fill } from "./rich-text.js";
import { word } from "./words.js";

const log = document.getElementById("log");
const unsent = document.getElementById("unsent");
let lastDate = "";

/** Adds a line that the server has. */
export function addLine(line) {
  if (line.date !== lastDate) log.append(dayOf(line));
  lastDate = line.date;
  const bubble = element("div", `bubble ${line.from}`);
  bubble.dataset.line = line.id;
  bubble.lang = line.language;
  bubble.dir = line.direction;
  if (line.from === "bot") bubble.append(element("span", "for-ears", `${word("title")}: `));
  const body = element("span", "body");
  if (line.from === "youth") body.textContent = line.body;
  else fill(body, line.body);
  const clock = element("time", "clock", line.clock);
  clock.dateTime = `${line.date}T${line.clock}`;
  bubble.append(body, clock);
  log.append(bubble);
}

/** Adds a message that the server does not show yet. */
export function addUnsent(message) {
  const bubble = element("div", "bubble youth waiting");
  bubble.dataset.message = message.id;
  bubble.dir = "auto";
  bubble.append(element("span", "body", message.words));
  unsent.append(bubble);
}

/** `waiting`, `sent` (the server has it) or `refused`. */
export function markUnsent(id, state) {
  const bubble = find(id);
  if (bubble) bubble.className = `bubble youth ${state}`;
}

/** The server shows this message now: the first with these words, or else the oldest. */
export function settle(words) {
  const sent = [...unsent.querySelectorAll(".sent")];
  (sent.find((b) => b.textContent.trim() === words.trim()) ?? sent[0])?.remove();
}

/** Whether a message is with the server and not yet answered. */
export const isAwaited = () => unsent.querySelector(".sent") !== null;

export const isEmpty = () => log.childElementCount === 0 && unsent.childElementCount === 0;

function find(id) {
  return [...unsent.children].find((b) => b.dataset.message === id);
}

function dayOf(line) {
  const day = element("p", "day", line.day);
  day.lang = line.language;
  day.dir = "auto";
  return day;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
