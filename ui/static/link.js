// The link to the server. Gradio would give up a page whose request failed; here a request that did not get through is
// made again as soon as the server answers, and until then the page says what has happened. Of one kind of act one
// request is on its way at a time, so that the server hears them in the order in which they were made.
const ACT = "/gradio_api/run/";
const PATIENCE = 1000; // milliseconds between two tries

const root = document.documentElement;
const send = window.fetch.bind(window);

// The question of the button that was pressed last, "" where it was none of a question.
let pressed = "";
export function pressing(question) {
  pressed = question;
}

const latest = new Map();
window.fetch = (asked, how) => {
  const address = asked instanceof Request ? asked.url : String(asked);
  if (!address.includes(ACT)) return send(asked, how);
  const kind = kindOf(how);
  const turn = (latest.get(kind) ?? Promise.resolve()).then(() => persist(asked, how));
  latest.set(kind, turn.then(drawn, drawn));
  return turn;
};

// Gradio numbers the functions that its requests call.
function kindOf(how) {
  try {
    return JSON.parse(how.body).fn_index;
  } catch {
    return "";
  }
}

async function persist(asked, how) {
  for (;;) {
    try {
      return await whole(same(await send(asked, how)));
    } catch {
      say(true);
      await answering();
      say(false);
    }
  }
}

// With its body at hand a response is read at once; one that is still on its way could be overtaken by the next.
const whole = async (response) => new Response(await response.blob(), response);
const drawn = () => new Promise(requestAnimationFrame);

async function answering() {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    try {
      same(await send("/api/health", { cache: "no-store" }));
      return;
    } catch {
      // not yet
    }
  }
}

// A server that was started since knows nothing of this visit: the page begins again, with the question that was asked.
function same(response) {
  const started = response.headers.get("Legenda-Started");
  if (!started || started === root.dataset.started) return response;
  const waiting = document.querySelector(".turn:has(.searching) .question")?.textContent;
  const question = waiting ?? (document.querySelector("#composer textarea")?.value || pressed);
  location.replace(`/?${new URLSearchParams({ language: root.lang, question })}`);
  return new Response(new ReadableStream()); // never ends: nothing more is to be drawn on this page
}

function say(lost) {
  root.classList.toggle("lost", lost);
  const words = lost ? (document.querySelector("[data-lost]")?.dataset.lost ?? "") : "";
  for (const each of document.querySelectorAll(".link-state")) each.textContent = words;
}
