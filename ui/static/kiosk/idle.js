// Asks after a while whether somebody is there, counts down, and ends the visit.
// Time is measured since the page was opened, so that setting the clock of the machine changes nothing.
const TICK = 250;
const TOUCHES = ["pointerdown", "keydown", "wheel", "touchmove", "click"];
// What answers the question; a touch that only begins is not finished yet.
const ANSWERS = new Set(["keydown", "click"]);

export class Idle {
  #seconds;
  #countdown;
  #hooks;
  #touched = null;
  #asking = false;

  constructor(seconds, countdown, hooks) {
    this.#seconds = seconds;
    this.#countdown = countdown;
    this.#hooks = hooks;
  }

  watch() {
    for (const touch of TOUCHES) addEventListener(touch, (event) => this.#felt(event), { capture: true, passive: true });
    setInterval(() => this.#tick(), TICK);
  }

  start() {
    this.#touched = performance.now();
  }

  stop() {
    this.#touched = null;
    this.#asking = false;
  }

  // What answers the question does nothing else on the screen below it.
  #felt(event) {
    if (this.#touched === null) return;
    if (!this.#asking) return this.start();
    if (!ANSWERS.has(event.type)) return;
    event.stopPropagation();
    this.#asking = false;
    this.start();
    this.#hooks.stay();
  }

  // Whoever listens is there.
  #tick() {
    if (this.#touched === null) return;
    if (window.speechSynthesis?.speaking) this.start();
    const left = this.#seconds + this.#countdown - (performance.now() - this.#touched) / 1000;
    if (left <= 0) this.#hooks.end();
    else if (left <= this.#countdown) this.#count(left);
  }

  #count(left) {
    if (!this.#asking) this.#hooks.ask();
    if (this.#touched === null) return;
    this.#asking = true;
    this.#hooks.count(Math.ceil(left));
  }
}
