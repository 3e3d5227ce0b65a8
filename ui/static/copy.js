// Whatever has data-copy is copied when it is pressed: the words that data-copy gives, or a link's own address.
// The nearest data-copied (data-uncopied where it failed) is then said: in the `output` that follows what was pressed,
// or for a moment above it.
const SHOWN_FOR = 2000;

document.addEventListener("click", async (event) => {
  const pressed = event.target.closest("[data-copy]");
  // With these keys a link is opened elsewhere; that is left to the browser.
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const done = await copied(pressed.dataset.copy || pressed.href);
  say(pressed, done);
  // A link to a place leads there, too; one to the whole page would only load it again.
  if (pressed.hash || (pressed.href && !done)) location.assign(pressed.href);
});

// Browsers keep the clipboard from pages of other machines without a certificate; there the old way still works.
async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedByHand(words);
  }
}

function copiedByHand(words) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus({ preventScroll: true });
  return done;
}

function say(pressed, done) {
  const words = pressed.closest("[data-copied]")?.dataset[done ? "copied" : "uncopied"] ?? "";
  const output = pressed.nextElementSibling?.matches("output") ? pressed.nextElementSibling : announcer();
  output.textContent = words;
  if (output === announcer() && words) pressed.dataset.done = words;
  setTimeout(() => {
    delete pressed.dataset.done;
    output.textContent = "";
  }, SHOWN_FOR);
}

// Read out by a screen reader; made when it is first needed.
function announcer() {
  const found = document.querySelector("#copied-status");
  if (found) return found;
  const made = document.createElement("output");
  made.id = "copied-status";
  made.className = "unseen";
  document.body.append(made);
  return made;
}
