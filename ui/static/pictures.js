// The pictures of the collection: fetched and drawn once they are seen, drawn again when the answer, the scheme of
// colours or the width changes. What is pressed in a picture presses the same thing in the list under it.
import { look } from "./pictures-look.js";
import { timeline } from "./pictures-timeline.js";
import { people } from "./pictures-people.js";
import { letters } from "./pictures-letters.js";
import { leaveScrolling } from "./pictures-scroll.js";

const DRAWERS = { timeline, people, letters };
const LIBRARY = "/ui/vendor/echarts.min.js";
const drawn = new Map();

let library;
function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: LIBRARY, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  return library;
}

let facts;
function loadFacts() {
  facts ??= fetched("/api/pictures").then((response) => response.json());
  return facts;
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

// The numbers of the last answer's documents, the best first.
function hits() {
  const said = [...document.querySelectorAll("[data-hits]")].pop()?.dataset.hits;
  try {
    return [...new Set(JSON.parse(said || "[]").map(String))];
  } catch {
    return [];
  }
}

async function show(section) {
  try {
    const [data] = await Promise.all([loadFacts(), loadLibrary()]);
    if (!section.isConnected || drawn.has(section)) return;
    const canvas = section.querySelector(".picture-canvas");
    const chart = window.echarts.init(canvas, null, { renderer: "svg", useCoarsePointer: true });
    const picture = DRAWERS[section.dataset.picture](chart, data, section, { open, choose });
    drawn.set(section, { chart, picture });
    leaveScrolling(canvas);
    paint(section);
    new ResizeObserver(() => resize(section, chart)).observe(canvas);
  } catch {
    fail(section);
  }
}

// A picture that is folded up or gone has no size to be drawn in.
function resize(section, chart) {
  if (!section.isConnected || !section.querySelector(".picture-canvas").clientWidth) return;
  chart.resize();
  paint(section);
}

function fail(section) {
  library = facts = undefined;
  section.classList.add("undrawn");
  const said = section.querySelector(".picture-failed");
  said.textContent = said.dataset.words;
  section.querySelector(".picture-list").open = true;
}

function paint(section) {
  const marked = section.querySelector(".picture-hits");
  const numbers = hits();
  if (marked) marked.hidden = !numbers.length;
  drawn.get(section)?.picture(look(section), numbers);
}

function paintAll() {
  for (const [section, { chart }] of drawn) {
    if (section.isConnected) paint(section);
    else {
      chart.dispose();
      drawn.delete(section);
    }
  }
  if (unfolded) document.querySelector("details.pictures:not([open])")?.setAttribute("open", "");
}

function showAll(root) {
  root.querySelectorAll(".picture").forEach(show);
}

// The page may draw its parts anew, in another language: what was unfolded stays so.
let unfolded = false;
function folded({ target }) {
  if (!target.matches(".pictures")) return;
  unfolded = target.open;
  if (unfolded) unfold(target);
}

async function unfold(details) {
  const inside = details.querySelector(".pictures-inside");
  if (details.dataset.filled) return;
  details.dataset.filled = "yes";
  try {
    inside.innerHTML = await (await fetched(details.dataset.from)).text();
    showAll(inside);
  } catch {
    delete details.dataset.filled;
    details.open = false;
  }
}

// The document's link in the list opens it: beside the conversation where the page can do that, else on its own page.
function open(number, section) {
  section.querySelector(`.picture-list a[data-document="${CSS.escape(number)}"]`)?.click();
}

async function choose(section, choice) {
  const place = section.querySelector(":scope > .picture-chosen");
  const asked = new URLSearchParams({ ...choice, language: section.closest("[lang]").lang });
  try {
    place.innerHTML = await (await fetched(`/pictures/chosen?${asked}`)).text();
  } catch {
    return;
  }
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start", behavior: "instant" });
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest?.(".picture a[data-choice]");
  if (!link) return;
  event.preventDefault();
  choose(link.closest(".picture"), Object.fromEntries(new URL(link.href).searchParams));
});

document.addEventListener("toggle", folded, true);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paintAll);

// Answers come, parts are drawn anew, a class makes the page dark: looked at once a frame, and mostly nothing is to do.
let state = "";
let waiting = false;
function lookAround() {
  waiting = false;
  const gone = [...drawn.keys()].some((section) => !section.isConnected);
  const now = JSON.stringify([hits(), document.documentElement.className, document.body.className, gone]);
  if (now === state) return;
  state = now;
  paintAll();
}
new MutationObserver(() => {
  if (!waiting && drawn.size) requestAnimationFrame(lookAround);
  waiting = drawn.size > 0;
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["data-hits", "class"],
});

document.querySelectorAll("main.pictures").forEach(showAll);
