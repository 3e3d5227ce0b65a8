// Runs once for each part of the page that is drawn by the server.
// Every button carries what it asks for in its data-* attributes; the server gets them as they are.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  if (button.dataset.act === "open") window.legendaOpener = button;
  if (button.dataset.act === "close") window.legendaOpener?.focus();
  trigger("click", { ...button.dataset });
});

element.addEventListener("keydown", (event) => {
  if (event.key === "Escape") element.querySelector('button[data-act="close"]')?.click();
});

// The page's language and title follow the masthead.
function speak() {
  const masthead = element.querySelector("[data-title]");
  if (!masthead) return;
  document.documentElement.lang = masthead.dataset.language;
  document.title = masthead.dataset.title;
}

// The last part with data-arrive is brought into view once; drawing it again in another language leaves the view alone.
let arrived = "";
function arrive() {
  const place = [...element.querySelectorAll("[data-arrive]")].pop();
  const key = place?.dataset.arrive ?? "";
  if (key === arrived) return;
  arrived = key;
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

watch("value", () => {
  speak();
  arrive();
});
speak();
