// Who wrote to whom: authors on the left, addressees on the right, bands as wide as there are documents.
import { shared } from "./pictures-look.js";

export function letters(chart, data, section, { choose }) {
  const canvas = section.querySelector(".picture-canvas");
  const pairs = data.letters.slice(0, Number(canvas.dataset.bands));
  chart.on("click", ({ data: pressed }) => pressed?.choice && choose(section, pressed.choice));
  return (view) => chart.setOption(option(view, canvas, pairs), true);
}

function option(view, canvas, pairs) {
  const { colours, narrow } = view;
  const side = narrow ? 120 : 170;
  const common = shared(view, canvas.getAttribute("aria-label"));
  return {
    ...common,
    tooltip: { ...common.tooltip, formatter: described },
    series: [
      {
        type: "sankey",
        left: side,
        right: side,
        top: 8,
        bottom: 8,
        nodeWidth: 10,
        nodeGap: 12,
        draggable: false,
        emphasis: { focus: "adjacency", lineStyle: { opacity: 0.7 } },
        blur: { lineStyle: { opacity: 0.12 } },
        label: { color: colours.ink, fontSize: narrow ? 12 : 15, width: side - 8, overflow: "truncate" },
        itemStyle: { color: colours["ink-soft"], borderWidth: 0 },
        lineStyle: { color: colours.accent, opacity: 0.4, curveness: 0.5 },
        data: [...sideOf(pairs, "author", "left"), ...sideOf(pairs, "addressee", "right")],
        links: pairs.map(band),
      },
    ],
  };
}

// The same person may stand on both sides.
function key(role, name) {
  return `${role}:${name}`;
}

function sideOf(pairs, role, position) {
  const names = [...new Set(pairs.map((pair) => pair[role]))];
  return names.map((name) => ({
    name: key(role, name),
    depth: role === "author" ? 0 : 1,
    choice: { [role]: name },
    said: name,
    label: { position, formatter: name, align: role === "author" ? "right" : "left" },
  }));
}

function band({ author, addressee, documents }) {
  return {
    source: key("author", author),
    target: key("addressee", addressee),
    value: documents.length,
    choice: { author, addressee },
    said: `${author} → ${addressee}`,
  };
}

function described({ data, value }) {
  const tip = document.createElement("div");
  tip.textContent = `${data.said}: ${value}`;
  return tip;
}
