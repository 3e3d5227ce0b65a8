// The page: each of its parts is drawn by the server and woken here once.
// Whatever can be pressed carries what it asks for in its data-* attributes; the server gets them as they are.
import { pressing } from "./link.js";
import { offer, redraw } from "./panel.js";

const ASKING = new Set(["ask", "without", "restore", "again"]);
const OPENING = new Set(["open", "find"]);
const HERE = { around, dark, judge };
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const opened = new Map();
let opener = null;

// Called for each part; `trigger` sends an act to the server, `watch` calls back when the part was drawn anew.
export function wake(element, trigger, watch) {
  const act = lastOfFrame((data) => trigger(ASKING.has(data.act) ? "submit" : "click", data));
  element.addEventListener("click", (event) => press(event, act));
  element.addEventListener("toggle", remember, true);
  offer(element, act);
  const drawn = () => {
    unfold(element);
    redraw(element);
    speak(element, act);
    arrive(element);
  };
  watch("value", drawn);
  drawn();
}

// Of presses that come faster than the picture changes, only the last is meant.
function lastOfFrame(act) {
  let last = null;
  return (data) => {
    if (!last) {
      requestAnimationFrame(() => {
        const due = last;
        last = null;
        act(due);
      });
    }
    last = data;
  };
}

function press(event, act) {
  const pressed = event.target.closest("[data-act]");
  // With these keys a link is opened elsewhere; that is left to the browser.
  if (!pressed || (pressed.href && (event.ctrlKey || event.metaKey || event.shiftKey))) return;
  event.preventDefault();
  const { dataset } = pressed;
  if (HERE[dataset.act]) {
    HERE[dataset.act](pressed);
    return;
  }
  pressing(dataset.act === "ask" ? pressed.textContent : "");
  if (OPENING.has(dataset.act) && !pressed.closest("#reader")) opener = pressed;
  if (dataset.act === "close") back();
  act({ ...dataset });
}

// Focus returns to where the document was opened from, or to what is there now.
function back() {
  within(opener?.isConnected ? opener : document.querySelector("#composer textarea"))?.focus();
}

// What lies in a folded list, as what a picture opens does, has the list's heading for it.
function within(place) {
  const folded = place?.closest("details:not([open])");
  if (!folded) return place;
  const around = folded.parentElement.closest("details:not([open])");
  return around ? within(around) : folded.querySelector("summary");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector('#reader button[data-act="close"]')?.click();
});

// Dark or light: as the system has it, until the visitor says otherwise.
function dark(button) {
  const now = button.getAttribute("aria-pressed") !== "true";
  look(now);
  root.classList.add(now ? "dark" : "light");
  root.classList.remove(now ? "light" : "dark");
}

function look(now) {
  document.body.classList.toggle("dark", now); // Gradio's own parts follow this
  for (const each of document.querySelectorAll('[data-act="dark"]')) each.setAttribute("aria-pressed", now);
}

const system = matchMedia("(prefers-color-scheme: dark)");
const isDark = () =>
  root.classList.contains("dark") ||
  (system.matches && !root.classList.contains("light"));
system.addEventListener("change", () => look(isDark()));

// The words around a passage come with it, hidden.
function around(button) {
  const shown = button.getAttribute("aria-expanded") !== "true";
  button.setAttribute("aria-expanded", shown);
  button.textContent = shown ? button.dataset.fold : button.dataset.unfold;
  for (const each of button.closest(".card").querySelectorAll(".around")) each.hidden = !shown;
}

// What is said of an answer goes to the server's own file; the buttons are there only where it is kept.
async function judge(button) {
  const { document: number, start, end, right } = button.dataset;
  const { question, standalone } = button.closest(".turn").dataset;
  const form = button.closest(".feedback");
  const said = { question, standalone, document: number, start: Number(start), end: Number(end), right: right === "true" };
  const answer = await fetch("/api/feedback", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(said),
  }).catch(() => null);
  form.querySelector("output").textContent = answer?.ok ? form.dataset.thanks : form.dataset.failed;
  for (const each of answer?.ok ? form.querySelectorAll("button") : []) each.disabled = true;
}

// What a visitor folds or unfolds stays so when its part is drawn again.
function remember(event) {
  if (event.target.id) opened.set(event.target.id, event.target.open);
}

function unfold(element) {
  for (const each of element.querySelectorAll("details[id]")) each.open = opened.get(each.id) ?? each.open;
}

// The page's language and title follow the masthead; an address may ask for a language, and then a question.
function speak(element, act) {
  const masthead = element.querySelector("[data-title]");
  if (!masthead) return;
  look(isDark());
  const wanted = asked.get("language");
  if (wanted === "en" && wanted !== masthead.dataset.language) {
    act({ act: "switch", language: wanted });
    return;
  }
  asked.delete("language");
  language = masthead.dataset.language;
  root.lang = language;
  document.title = masthead.dataset.title;
}

// Gradio names the browser's language as the page's.
let language = root.lang;
new MutationObserver(() => {
  if (root.lang !== language) root.lang = language;
}).observe(root, { attributeFilter: ["lang"] });

// The last part with data-arrive is brought into view once; drawing it again in another language leaves the view alone.
const arrived = new WeakMap();
function arrive(element) {
  const place = [...element.querySelectorAll("[data-arrive]")].pop();
  const key = place?.dataset.arrive ?? "";
  if (key === (arrived.get(element) ?? "")) return;
  arrived.set(element, key);
  if (place) requestAnimationFrame(() => bring(place));
}

function bring(place) {
  const body = place.querySelector(".body");
  if (!body) {
    place.scrollIntoView({ block: "start" });
    return;
  }
  // Only the document scrolls, not the page behind it: the reader's place among the cards is kept.
  const mark = body.querySelector("mark");
  const offset = mark ? mark.getBoundingClientRect().top - body.getBoundingClientRect().top : -body.scrollTop;
  body.scrollTop += offset - body.clientHeight / 3;
  place.focus({ preventScroll: true });
}

// What was shown while Gradio put its parts in place goes when all of them are there and speak the language asked for.
function settle() {
  const field = document.querySelector("#composer textarea");
  const button = document.querySelector("#composer button");
  if (!field || field.disabled || !button || !document.querySelector("#reader") || asked.has("language")) {
    requestAnimationFrame(settle);
    return;
  }
  document.getElementById("shell")?.remove();
  root.classList.remove("starting");
  // Who has keys types at once; on a screen to touch, the keyboard would hide the page.
  if (matchMedia("(hover: hover) and (pointer: fine)").matches) field.focus({ preventScroll: true });
  if (asked.get("question")) ask(field, button, asked.get("question"));
  if (location.search) history.replaceState(null, "", location.pathname); // asked once, not again with each reload
}

function ask(field, button, question) {
  field.value = question;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => button.click());
}

settle();
