// How a picture looks now: the page's colours, its language, and how much room there is.
const NAMES = ["ink", "ink-soft", "paper", "line", "accent", "heard"];
const NARROW = 560;

// A custom property with light-dark() is only resolved where it is used.
function resolved(place, name) {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`;
  place.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

export function look(section) {
  const canvas = section.querySelector(".picture-canvas");
  const colours = Object.fromEntries(NAMES.map((name) => [name, resolved(section, name)]));
  return {
    colours,
    language: section.closest("[lang]").lang,
    narrow: canvas.clientWidth < NARROW,
    height: canvas.clientHeight,
    width: canvas.clientWidth,
    font: getComputedStyle(section).fontFamily,
    still: matchMedia("(prefers-reduced-motion: reduce)").matches,
  };
}

// What all pictures have in common.
export function shared(view, label) {
  const { colours, font, still } = view;
  return {
    animation: !still,
    animationDuration: 300,
    animationDurationUpdate: 200,
    useUTC: true,
    aria: { enabled: true, label: { description: label } },
    textStyle: { fontFamily: font, color: colours.ink },
    tooltip: {
      confine: true,
      className: "picture-tip",
      backgroundColor: colours.paper,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: font },
      transitionDuration: 0,
    },
  };
}
