// Closes the ways out of the page that a page can close; the others are closed by the flags of the browser.
const EDITING = new Set(["KeyA", "KeyC", "KeyV", "KeyX", "KeyZ"]);
const NEVER = ["contextmenu", "dragstart", "dragover", "drop", "selectstart", "gesturestart", "auxclick"];
const BROWSER = /^F\d+$|^Browser|^Launch/;

export function lock() {
  for (const type of NEVER) addEventListener(type, unlessTyping, { capture: true });
  addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { capture: true, passive: false });
  addEventListener("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { passive: false });
  addEventListener("keydown", (event) => leads(event) && event.preventDefault(), { capture: true });
}

// In the field text may be selected, to be written over.
function unlessTyping(event) {
  if (event.type !== "selectstart" || !event.target.closest?.("input")) event.preventDefault();
}

// Whether the keys would do something to the browser: open, close, print, search, go back.
function leads({ key, code, altKey, ctrlKey, metaKey, target }) {
  if (BROWSER.test(key)) return true;
  if (altKey) return key.startsWith("Arrow") || key === "Home" || code === "KeyD";
  return (ctrlKey || metaKey) && !(target.matches?.("input") && EDITING.has(code));
}
