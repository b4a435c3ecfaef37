// The web chat: puts what is said on the page, and what is written on its way.

import { addLine, addUnsent, isAwaited, isEmpty, isUnderWay, markTakenBack, markUnsent, settle } from "./bubbles.js";
import { clearChoices, showChoices } from "./choices.js";
import { begin, beginAfresh } from "./conversation.js";
import { Outgoing } from "./outgoing.js";
import { Stream } from "./stream.js";
import { hasTimeMachine, speak, word } from "./words.js";

const page = Object.fromEntries(["scroll", "log", "typing", "notice", "composer", "words"].map((id) => [id, document.getElementById(id)]));
const trouble = { sending: null, connection: null };
const acts = { change, takeBack };
let changed = null;
let timeMachine = null;
let loaded = false;

const outgoing = new Outgoing({
  sent(id) {
    markUnsent(id, "sent");
    showTyping();
  },
  refused: (id) => markUnsent(id, "refused"),
  trouble(kind) {
    trouble.sending = kind;
    showNotice();
  },
});

// Left over from before a reload. What is written on this page stands on it already, even before the first lines are here.
const leftOver = outgoing.messages;

const stream = new Stream({
  lines: onLines,
  open() {
    trouble.connection = null;
    showNotice();
  },
  lost() {
    trouble.connection = loaded ? "reconnecting" : "connecting";
    showNotice();
  },
});

function onLines(lines) {
  const said = lines.findLast((line) => line.from === "bot");
  if (said) speak(said.language);
  for (const line of lines) {
    if (line.from === "youth" && !line.takenBack) settle(line.body);
    addLine(line, acts);
  }
  if (!loaded) finishLoading();
  const last = lines.at(-1);
  if (last) offer(last.from === "bot" && !isUnderWay() ? last.choices : []);
  else if (isEmpty()) offerStart();
  showTyping();
  if (lines.length > 0) toTheEnd();
  timeMachine?.refresh();
}

function finishLoading() {
  loaded = true;
  page.log.setAttribute("aria-busy", "false");
  leftOver.forEach(show);
  outgoing.flush();
}

function offer(choices) {
  if (choices.length === 0) clearChoices();
  else showChoices(choices, (choice) => send(choice.label, choice.id));
}

// The first word is the youth's. A code from a poster or a friend goes along with it.
function offerStart() {
  showChoices([{ id: "start", label: word("start"), description: "" }], () => send(greeting(), null));
}

function greeting() {
  const code = codeInAddress();
  return code ? `${word("start")} MDT-${code}` : word("start");
}

const codeInAddress = () => new URLSearchParams(location.search).get("code")?.match(/^(?:MDT-)?([A-Z0-9]{1,12})$/i)?.[1].toUpperCase();

function send(words, tapped, insteadOf = null) {
  show(outgoing.add(words, tapped, insteadOf));
  clearChoices();
  toTheEnd();
  if (codeInAddress()) history.replaceState(null, "", location.pathname);
  outgoing.flush();
}

// What is on its way stands on the page already.
function show(message) {
  if (message.takesBack) markTakenBack(message.takesBack);
  if (message.words) addUnsent(message);
}

// The words come back to where one writes; what is written there next stands in their place.
function change(line) {
  changed = line.id;
  page.words.value = line.body;
  page.words.focus();
}

function takeBack(line) {
  show(outgoing.add("", null, line.id));
  page.words.focus();
  outgoing.flush();
}

function showTyping() {
  page.typing.hidden = !isAwaited();
  if (isAwaited()) toTheEnd();
}

function showNotice() {
  const kind = trouble.sending ?? trouble.connection;
  page.notice.textContent = kind ? word(kind) : "";
  page.notice.hidden = !kind;
}

function toTheEnd() {
  page.scroll.scrollTop = page.scroll.scrollHeight;
}

page.composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = page.words.value.trim();
  page.words.value = "";
  page.words.focus();
  if (words) send(words, null, changed);
  changed = null;
});

// On a shared screen the next youth must not find the chat of the one before.
document.getElementById("afresh").addEventListener("click", async () => {
  if (isEmpty() || !confirm(word("newChatAsk")) || !(await beginAfresh())) return;
  outgoing.forget();
  location.reload();
});

page.words.addEventListener("keydown", (event) => {
  // While an input method composes a letter, Enter belongs to it.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  page.composer.requestSubmit();
});

new ResizeObserver(toTheEnd).observe(page.scroll);

await Promise.all([speak(), begin()]);
stream.open();
if (hasTimeMachine()) timeMachine = (await import("./time-machine.js")).open();
