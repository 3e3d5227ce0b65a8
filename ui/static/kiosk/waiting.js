// Says that an answer is being looked for, once that takes long enough to be noticed, and again where it takes long.
const NOTICED = 300;
const SLOW = 3000;

export class Waiting {
  #element;
  #timers = [];

  constructor(element) {
    this.#element = element;
  }

  begin({ searching, slow }) {
    this.end();
    this.#timers = [
      setTimeout(() => (this.#element.textContent = searching), NOTICED),
      setTimeout(() => (this.#element.textContent = slow), SLOW),
    ];
  }

  end() {
    this.#timers.forEach(clearTimeout);
    this.#element.textContent = "";
  }
}
