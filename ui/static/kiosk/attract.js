// Shows one quote after another while nobody touches the screen.
const EACH = 12_000;

let timer = 0;
let seen = -1;

// Goes on after the quote that was seen last; where the visitor's system asks for no movement, it stays at one.
export function rotate(section) {
  clearInterval(timer);
  const voices = [...section.querySelectorAll(".voice")];
  if (!voices.length) return;
  turn(voices);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  timer = setInterval(() => (section.isConnected ? turn(voices) : clearInterval(timer)), EACH);
}

function turn(voices) {
  seen = (seen + 1) % voices.length;
  voices.forEach((voice, at) => (voice.hidden = at !== seen));
}
