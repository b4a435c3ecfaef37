// What is said, as it is said. Taken up where it stopped after a lost connection, a restart or a sleeping phone.

import { begin } from "./conversation.js";

const WAITS = [500, 1000, 2000, 5000, 10000];

// The server gives a sign of life every 15 seconds.
const SILENT_TOO_LONG = 40000;

export class Stream {
  #source = null;
  #last = 0;
  #tries = 0;
  #watch = 0;
  #on;

  /** `on.lines(lines)`, `on.open()` and `on.lost()`. */
  constructor(on) {
    this.#on = on;
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.#source?.readyState !== EventSource.OPEN) this.open();
    });
  }

  open() {
    this.close();
    this.#source = new EventSource(`/webchat/events?after=${this.#last}`);
    this.#source.addEventListener("open", () => this.#alive());
    this.#source.addEventListener("beat", () => this.#alive());
    this.#source.addEventListener("error", () => this.#lost());
    this.#source.addEventListener("lines", (event) => {
      this.#alive();
      this.#last = Number(event.lastEventId);
      this.#on.lines(JSON.parse(event.data).lines);
    });
    this.#watchIt();
  }

  close() {
    clearTimeout(this.#watch);
    this.#source?.close();
  }

  #alive() {
    this.#tries = 0;
    this.#watchIt();
    this.#on.open();
  }

  // The browser tries again by itself, unless the server refused; then we do.
  #lost() {
    this.#on.lost();
    if (this.#source.readyState === EventSource.CLOSED) this.#again();
  }

  #again() {
    this.close();
    this.#watch = setTimeout(async () => {
      await begin();
      this.open();
    }, WAITS[Math.min(this.#tries++, WAITS.length - 1)]);
  }

  #watchIt() {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      this.#on.lost();
      this.open();
    }, SILENT_TOO_LONG);
  }
}
