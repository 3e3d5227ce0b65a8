// Looks whether the server is there, says so kindly where it is not, and comes back by itself.
const LOOK = 5000;
const LOOK_WHILE_GONE = 1000;
const PATIENCE = 4000;

export class Recovery {
  #version;
  #started;
  #hooks;
  #timer = 0;
  gone = false;
  stale = false;

  constructor(version, started, hooks) {
    this.#version = version;
    this.#started = started;
    this.#hooks = hooks;
  }

  watch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), this.gone ? LOOK_WHILE_GONE : LOOK);
  }

  lost() {
    this.gone = true;
    this.#hooks.away();
    this.watch();
  }

  async #look() {
    let found;
    try {
      found = await current();
    } catch {
      return this.lost();
    }
    this.#found(...found);
    this.watch();
  }

  // Another version of the pages is loaded as soon as nobody is in the middle of something.
  #found(version, started) {
    const [gone, same] = [this.gone, started === this.#started];
    this.#started = started;
    this.gone = false;
    this.stale = version !== this.#version;
    if (gone) this.#hooks.back(same);
    else if (this.stale) this.#hooks.renewed();
  }
}

// The version of the pages, and which start of the server this is.
async function current() {
  const response = await fetch("/kiosk/version", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.text()).split(" ");
}
