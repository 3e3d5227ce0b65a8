// Size of letters and contrast, for this visit only.
const [SMALLEST, LARGEST] = [-1, 3];

const root = document.documentElement;

const sizes = {
  smaller: (size) => Math.max(size - 1, SMALLEST),
  usual: () => 0,
  larger: (size) => Math.min(size + 1, LARGEST),
};

export function comfort({ act }) {
  if (act === "contrast") root.classList.toggle("contrast");
  else root.dataset.size = sizes[act](Number(root.dataset.size ?? 0));
  tell();
}

export function usual() {
  root.classList.remove("contrast");
  delete root.dataset.size;
}

// The button says whether it is switched on.
export function tell() {
  const pressed = root.classList.contains("contrast");
  document.querySelector("[data-act=contrast]")?.setAttribute("aria-pressed", pressed);
}
