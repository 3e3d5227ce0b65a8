// The kiosk: one page whose screens come from the server as they are touched.
import { offer, read, silence } from "./kiosk/aloud.js";
import { rotate } from "./kiosk/attract.js";
import { comfort, tell, usual } from "./kiosk/comfort.js";
import { Idle } from "./kiosk/idle.js";
import { attach } from "./kiosk/keyboard.js";
import { lock } from "./kiosk/lock.js";
import { Recovery } from "./kiosk/recovery.js";
import { forget } from "./kiosk/server.js";
import { Stage } from "./kiosk/stage.js";

const { version, started, idle: seconds, countdown } = document.documentElement.dataset;
const stage = new Stage(document.getElementById("stage"), { shown, lost: () => recovery.lost() });
const recovery = new Recovery(version, started, {
  away: () => stage.over("away"),
  back: (sameServer) => (sameServer ? stage.resume() : reset()),
  renewed: () => stage.name === "attract" && location.reload(),
});
const idle = new Idle(Number(seconds), Number(countdown), {
  ask: () => (recovery.gone ? reset() : stage.over("idle")),
  stay: () => stage.uncover("idle"),
  count: (left) => stage.count(left),
  end: reset,
});

// What each button does, by its data-act.
const acts = {
  home: () => stage.go("home"),
  type: () => stage.go("ask"),
  theme: ({ at }) => stage.go("theme", { at: Number(at) }),
  person: ({ at }) => stage.go("person", { at: Number(at) }),
  year: ({ at }) => stage.go("year", { at: Number(at) }),
  ask: ({ question }) => stage.askAlone(question),
  open: (data) => stage.open(data),
  back: () => stage.back() || reset(),
  previous: () => stage.leaf(-1),
  next: () => stage.leaf(1),
  language: ({ language }) => stage.speak(language),
  aloud: (_, button) => read(button, stage.place),
  smaller: comfort,
  usual: comfort,
  larger: comfort,
  contrast: comfort,
  reset,
};
// A second quick touch in the same place is meant for the screen before: only these may be repeated.
const REPEATED = new Set(["previous", "next", "smaller", "larger"]);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) follow(event, link);
  const touched = event.target.closest("[data-act]");
  if (!touched || (event.detail > 1 && !REPEATED.has(touched.dataset.act))) return;
  acts[touched.dataset.act]?.({ ...touched.dataset }, touched);
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  stage.ask(event.target.elements.question.value);
});

document.addEventListener("keydown", ({ key }) => {
  if (document.querySelector("dialog[open]")) return;
  if (stage.name !== "attract") {
    if (key === "Escape") acts.back();
  } else if (key === "Enter" || key === " ") {
    acts.home();
  }
});

// Links inside a document lead to places in it, and leave no trace in the history of the browser.
function follow(event, link) {
  event.preventDefault();
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  place?.setAttribute("tabindex", "-1");
  place?.focus();
}

function shown(section) {
  silence();
  if (section.dataset.screen === "attract") {
    idle.stop();
    rotate(section);
  } else {
    idle.start();
  }
  attach(section, (question) => stage.ask(question));
  offer(section);
  tell();
}

// Nothing of the last visitor remains, here or on the server.
function reset() {
  usual();
  stage.reset();
  forget();
  if (recovery.gone) stage.over("away");
  else if (recovery.stale) location.reload();
}

lock();
idle.watch();
recovery.watch();
stage.reset();
