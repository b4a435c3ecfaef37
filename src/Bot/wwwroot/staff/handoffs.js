// The work list rings when somebody new is on it, if that was asked for with the button: a sound, and a notification where the browser allows.
// What it says holds nothing about anybody.

const button = document.getElementById("alerts");
const stored = "mdt-staff-alerts";
let audio;

function on() {
  return localStorage.getItem(stored) === "on";
}

function show() {
  button.hidden = false;
  button.textContent = on() ? button.dataset.on : button.dataset.off;
  button.setAttribute("aria-pressed", on());
}

// A browser lets a page sound only after somebody has tapped in it.
function ring() {
  audio ??= new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.setValueAtTime(660, audio.currentTime);
  tone.frequency.setValueAtTime(880, audio.currentTime + 0.15);
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.5);
}

function alertStaff() {
  document.body.dataset.rang = String(Number(document.body.dataset.rang ?? 0) + 1);
  ring();
  if (globalThis.Notification?.permission === "granted") new Notification(button.dataset.title, { body: button.dataset.text, tag: "mdt-handoffs" });
}

function youths() {
  return new Set([...document.querySelectorAll("#list [data-youth]")].map(row => row.dataset.youth));
}

if (button) {
  let known = youths();
  show();
  button.addEventListener("click", async () => {
    localStorage.setItem(stored, on() ? "off" : "on");
    show();
    if (!on()) return;
    ring();
    if (globalThis.Notification?.permission === "default") await Notification.requestPermission();
  });
  document.addEventListener("live:replaced", () => {
    const now = youths();
    const isNew = [...now].some(youth => !known.has(youth));
    known = now;
    if (isNew && on()) alertStaff();
  });
}
