// The visit and its screens. All that is known of a visitor is in this object, and is dropped as a whole.
import { Overlays } from "./overlays.js";
import { post, stopAll } from "./server.js";
import { Waiting } from "./waiting.js";

// As many questions go along with the next one as the server takes.
const LONGEST_VISIT = 20;

export class Stage {
  #element;
  #hooks;
  #trail = [];
  #history = [];
  #asked = null;
  #waiting = new Waiting(document.getElementById("waiting"));
  #overlays = new Overlays();
  #first = document.querySelector("template").dataset.language;
  #language = this.#first;

  constructor(element, hooks) {
    this.#element = element;
    this.#hooks = hooks;
  }

  get name() {
    return this.#element.firstElementChild?.dataset.screen;
  }

  // The passage that is seen on the screen of an answer.
  get place() {
    return this.#element.querySelector(".place:not([hidden])");
  }

  // Asks the server for a screen and shows it; while one is on its way, only the first screen can be asked for.
  go(name, body = {}, then = () => {}) {
    const home = name === "home";
    if (this.#asked && !home) return;
    this.#run({ name, body, then: (html) => {
      this.#leave();
      if (home) this.#begin();
      this.#trail.push({ name, body, scroll: 0 });
      this.#show(html);
      then();
    } });
  }

  // What was typed may go on from what was asked before.
  ask(question) {
    const words = question.trim();
    if (words) this.#answer(words, this.#history.slice(-LONGEST_VISIT));
    else document.getElementById("question")?.focus();
  }

  // The question of a button is complete in itself.
  askAlone(question) {
    this.#answer(question, []);
  }

  #answer(words, history) {
    const body = { question: words, history };
    this.go("answer", body, () => this.name === "trouble" || this.#history.push(words));
  }

  // A document at the quote of a button, or of the passage that is seen.
  open(data) {
    const { document, start, end } = data.document ? data : this.place.dataset;
    this.go("document", { document, start: Number(start), end: Number(end) });
  }

  // Gives up what is on its way, else shows the screen before; false where there is none.
  back() {
    if (this.#asked) this.#stop();
    else if (this.#trail.length < 2) return false;
    else this.#again(this.#trail.at(-2), () => this.#trail.pop());
    return true;
  }

  speak(language) {
    if (this.#asked) return;
    this.#leave();
    this.#language = language;
    if (this.#trail.length) this.#again(this.#trail.at(-1));
    else this.go("home");
  }

  // Turns to the passage before or after the one that is seen.
  leaf(step) {
    const places = [...this.#element.querySelectorAll(".place")];
    const at = (places.indexOf(this.place) + step + places.length) % places.length;
    places.forEach((place, index) => (place.hidden = index !== at));
    const said = this.#element.querySelector("[data-pattern]");
    said.textContent = said.dataset.pattern.replace("{rank}", at + 1);
    this.#results.scrollTop = 0;
  }

  over(name) {
    this.#overlays.show(this.#kept(`dialog[data-screen="${name}"]`));
  }

  uncover(name) {
    this.#overlays.remove(name);
  }

  count(seconds) {
    this.#overlays.count(seconds);
  }

  // After the server was only out of reach: where the visitor was, and on with what was asked.
  resume() {
    this.uncover("away");
    if (this.#asked) this.#run(this.#asked);
  }

  // The first screen in the first language, and nothing of what was.
  reset() {
    this.#stop();
    this.#begin();
    this.#language = this.#first;
    this.#overlays.removeAll();
    this.#show(this.#kept("section").outerHTML);
  }

  #begin() {
    this.#trail = [];
    this.#history = [];
  }

  // Where the server is away, what was asked stays open until it is back.
  async #run(asked) {
    this.#stop();
    this.#asked = asked;
    this.#waiting.begin(this.#template.dataset);
    try {
      const html = await post(asked.name, { ...asked.body, language: this.#language });
      if (this.#asked !== asked) return;
      this.#stop();
      if (html !== null) asked.then(html);
    } catch {
      this.#waiting.end();
      this.#hooks.lost();
    }
  }

  #stop() {
    this.#asked = null;
    this.#waiting.end();
    stopAll();
  }

  // Draws a screen of the trail once more, where it was scrolled to.
  #again({ name, body, scroll }, then = () => {}) {
    this.#run({ name, body, then: (html) => {
      then();
      this.#show(html);
      if (scroll) this.#results.scrollTop = scroll;
    } });
  }

  #leave() {
    const last = this.#trail.at(-1);
    if (last) last.scroll = this.#results?.scrollTop ?? 0;
  }

  #show(html) {
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const section = parsed.content.firstElementChild;
    this.#element.replaceChildren(section);
    document.documentElement.lang = this.#language;
    document.title = this.#template.dataset.title;
    this.#hooks.shown(section);
    this.#bring(section);
  }

  // A document is scrolled to its mark; a screen reader begins at the heading, a hand at the field.
  #bring(section) {
    const results = this.#results;
    const mark = results?.matches(".document") && results.querySelector("mark");
    if (mark) {
      const above = mark.getBoundingClientRect().top - results.getBoundingClientRect().top;
      results.scrollTop += above - results.clientHeight / 4;
    }
    (section.querySelector("#question") ?? section.querySelector("h1")).focus({ preventScroll: true });
  }

  get #results() {
    return this.#element.querySelector(".results");
  }

  get #template() {
    return document.querySelector(`template[data-language="${this.#language}"]`);
  }

  #kept(selector) {
    return this.#template.content.querySelector(selector);
  }
}
