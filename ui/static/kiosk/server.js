// Speaks with the server. Of each kind of request one runs at a time; a newer one puts an end to it.
const running = new Map();

export class Away extends Error {}

// The fragment that the server answers with; null where it refused, or the request was ended.
export async function post(what, body, kind = "screen") {
  stop(kind);
  const control = new AbortController();
  running.set(kind, control);
  try {
    return await answer(what, body, control.signal);
  } catch (error) {
    if (control.signal.aborted) return null;
    throw new Away(what, { cause: error });
  } finally {
    if (running.get(kind) === control) running.delete(kind);
  }
}

async function answer(what, body, signal) {
  const response = await fetch(`/kiosk/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    cache: "no-store",
    signal,
  });
  if (response.status >= 500) throw new Error(response.statusText);
  const text = await response.text();
  return response.ok ? text : null;
}

function stop(kind) {
  running.get(kind)?.abort();
  running.delete(kind);
}

export function stopAll() {
  for (const kind of [...running.keys()]) stop(kind);
}

// The server forgets what it remembers of questions; where it cannot be reached there is nothing left to forget.
export function forget() {
  fetch("/kiosk/forget", { method: "POST", keepalive: true }).catch(() => {});
}
