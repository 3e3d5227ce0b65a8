// What lies over a screen: the question whether somebody is there, and the word that the server is away.
export class Overlays {
  show(kept) {
    const shown = find(kept.dataset.screen) ?? added(kept);
    if (!shown.open) shown.showModal();
  }

  remove(name) {
    find(name)?.remove();
  }

  removeAll() {
    for (const dialog of document.querySelectorAll("dialog")) dialog.remove();
  }

  count(seconds) {
    const shown = find("idle")?.querySelector(".countdown");
    if (shown && shown.textContent !== String(seconds)) shown.textContent = seconds;
  }
}

function find(name) {
  return document.querySelector(`dialog[data-screen="${name}"]`);
}

// Escape does not take it away: it answers the question, where there is one.
function added(kept) {
  const dialog = document.importNode(kept, true);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    dialog.querySelector("button")?.click();
  });
  document.body.append(dialog);
  return dialog;
}
