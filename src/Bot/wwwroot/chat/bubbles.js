// Lines of the conversation as bubbles.

import { ownActs } from "./own-acts.js";
import { fill } from "./rich-text.js";
import { put } from "./words.js";

const log = document.getElementById("log");
const unsent = document.getElementById("unsent");
const UNDER_WAY = ".waiting, .sent";
let lastDay = null;

/** Adds a line that the server has. `acts.change(line)` and `acts.takeBack(line)` do that with a line of the youth's own. */
export function addLine(line, acts) {
  showDay(line);
  const bubble = element("div", `bubble ${line.from}`);
  bubble.dataset.line = line.id;
  bubble.lang = line.language;
  bubble.dir = line.direction;
  if (line.from === "bot") bubble.append(speaker());
  const body = element("span", "body");
  if (line.takenBack) empty(body);
  else if (line.from === "youth") body.textContent = line.body;
  else fill(body, line.body);
  const clock = element("time", "clock", line.clock);
  clock.dateTime = `${line.date}T${line.clock}`;
  bubble.append(body);
  if (line.sound) bubble.append(player(line.sound));
  if (line.from === "youth" && !line.takenBack) {
    const [more, both] = ownActs(line, acts);
    bubble.append(more, clock, both);
  } else {
    bubble.append(clock);
  }
  log.append(bubble);
}

/** Shows that the youth took back what stood in this line. */
export function markTakenBack(id) {
  const bubble = [...log.children].find((b) => b.dataset.line === String(id));
  if (!bubble) return;
  for (const own of bubble.querySelectorAll(".own")) own.remove();
  empty(bubble.querySelector(".body"));
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

/**
 * The server shows this message now: the first with these words, or else the oldest that was sent. It may come before the answer
 * to its own request, so one that still waits for that counts too.
 */
export function settle(words) {
  const under = [...unsent.querySelectorAll(UNDER_WAY)];
  (under.find((b) => b.textContent.trim() === words.trim()) ?? unsent.querySelector(".sent"))?.remove();
}

/** Whether the youth has said something that the server does not show yet. */
export const isUnderWay = () => unsent.querySelector(UNDER_WAY) !== null;

/** Whether a message is with the server and not yet answered. */
export const isAwaited = () => unsent.querySelector(".sent") !== null;

export const isEmpty = () => log.childElementCount === 0 && unsent.childElementCount === 0;

function find(id) {
  return [...unsent.children].find((b) => b.dataset.message === id);
}

function empty(body) {
  put(body, "takenBack");
  body.className = "body gone";
}

// One line between days, in the language that is spoken since.
function showDay(line) {
  if (lastDay?.dataset.date !== line.date) {
    lastDay = element("p", "day");
    lastDay.dataset.date = line.date;
    lastDay.dir = "auto";
    log.append(lastDay);
  }
  lastDay.lang = line.language;
  lastDay.textContent = line.day;
}

// What staff spoke.
function player(sound) {
  const audio = document.createElement("audio");
  audio.controls = true;
  audio.preload = "metadata";
  audio.src = sound;
  return audio;
}

// Only for who hears the page.
function speaker() {
  const name = element("span", "for-ears");
  put(name, "title");
  return name;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
