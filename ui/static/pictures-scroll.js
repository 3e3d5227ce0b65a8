// Leaves the scrolling of the page to wheel and finger, which a chart would keep to itself.

export function leaveScrolling(canvas) {
  // With Ctrl, as a touchpad's pinch is reported too, the wheel zooms.
  canvas.addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true, passive: true });
  let start;
  let scrolls;
  listen(canvas, "touchstart", ({ touches: [finger] }) => {
    start = finger;
    scrolls = undefined;
  });
  listen(canvas, "touchmove", (event) => {
    const [finger, second] = event.touches;
    scrolls ??= !second && upright(start, finger);
    if (scrolls && !second) event.stopPropagation();
  });
}

function listen(canvas, name, heard) {
  canvas.addEventListener(name, heard, { capture: true, passive: true });
}

// A finger that goes up or down scrolls; one that goes aside moves what is zoomed.
function upright(start, { clientX, clientY }) {
  return Math.abs(clientY - start.clientY) >= Math.abs(clientX - start.clientX);
}
