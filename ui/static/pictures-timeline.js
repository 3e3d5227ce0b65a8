// All documents on the axis of time, those of one time above each other, the answer's documents with their ranks.
import { shared } from "./pictures-look.js";

const SIDE = 16;
const TOP = 8;
const BOTTOM = 84;
const HIT = 11;
const DOTS = [9, 8, 7, 6, 5, 4, 3];
const GAP = 0.5;

export function timeline(chart, data, section, { open }) {
  const years = [...section.querySelectorAll("[data-year]")];
  const first = Date.UTC(data.years[0], 0);
  const last = Date.UTC(Number(data.years.at(-1)) + 1, 0) - 1;
  const label = section.querySelector(".picture-canvas").getAttribute("aria-label");
  let seen = [first, last];
  let view;
  let ranks;

  const points = () => settled(data.dated, ranks, seen, view).map((dot) => point(dot, view));

  chart.on("click", ({ data: dot }) => {
    chart.dispatchAction({ type: "hideTip" });
    if (dot) open(dot.name, section);
  });
  chart.on("datazoom", () => {
    const [{ startValue, endValue }] = chart.getOption().dataZoom;
    seen = [startValue, endValue];
    years.forEach((button) => press(button, seen, [first, last]));
    chart.setOption({ series: [{ data: points() }] });
  });
  for (const button of years) {
    button.addEventListener("click", () => {
      const [startValue, endValue] = yearOf(button) ?? [first, last];
      chart.dispatchAction({ type: "dataZoom", startValue, endValue });
    });
  }

  return (now, hits) => {
    view = now;
    ranks = new Map(hits.map((number, at) => [number, at + 1]));
    chart.setOption(option(view, label, [first, last], seen, section, points()), true);
  };
}

function yearOf(button) {
  const year = Number(button.dataset.year);
  return year ? [Date.UTC(year, 0), Date.UTC(year + 1, 0) - 1] : null;
}

function press(button, seen, all) {
  const day = 86400000;
  const meant = yearOf(button) ?? all;
  button.setAttribute("aria-pressed", meant.every((time, at) => Math.abs(time - seen[at]) < day));
}

// Each document in the middle of the days that its date may mean, in dots as large as the height allows.
function settled(dated, ranks, [from, to], view) {
  const scale = (to - from) / (view.width - 2 * SIDE);
  const papers = dated.map(({ number, start, end }) => {
    return { number, rank: ranks.get(number), time: (Date.parse(start) + Date.parse(end)) / 2 };
  });
  for (const radius of DOTS) {
    const stacked = stack(papers.map((paper) => dotOf(paper, from, scale, radius)));
    if (radius === DOTS.at(-1) || stacked.every((dot) => dot.y + dot.radius <= room(view))) return stacked;
  }
  return [];
}

// Columns are as wide as a dot, so that those of one time stand upright above each other.
function dotOf(paper, from, scale, radius) {
  const column = 2 * (radius + GAP);
  const x = (Math.floor((paper.time - from) / scale / column) + 0.5) * column;
  return { ...paper, x, time: from + x * scale, radius: (paper.rank ? HIT : radius) + GAP };
}

function room(view) {
  return view.height - TOP - BOTTOM;
}

// Each dot as low as it goes without touching another; the answer's documents first, on the ground.
function stack(dots) {
  const set = [];
  for (const dot of dots.toSorted((one, other) => other.radius - one.radius || one.x - other.x)) {
    const taken = set
      .filter((other) => Math.abs(other.x - dot.x) < other.radius + dot.radius)
      .map((other) => [other.y, Math.sqrt((other.radius + dot.radius) ** 2 - (other.x - dot.x) ** 2)])
      .map(([y, reach]) => [y - reach, y + reach])
      .sort(([low], [other]) => low - other);
    let y = dot.radius;
    for (const [low, high] of taken) if (y > low && y < high) y = high;
    set.push({ ...dot, y });
  }
  return set;
}

function point({ number, time, y, radius, rank }, { colours }) {
  return {
    name: number,
    value: [time, y],
    symbolSize: 2 * (radius - GAP),
    itemStyle: { color: rank ? colours.accent : colours["ink-soft"], opacity: rank ? 1 : 0.75 },
    label: { show: Boolean(rank), formatter: String(rank), color: colours.paper, fontWeight: 700, fontSize: 13 },
  };
}

function option(view, label, [min, max], [startValue, endValue], section, dots) {
  const { colours } = view;
  const words = { color: colours["ink-soft"], fontSize: 13 };
  const common = shared(view, label);
  return {
    ...common,
    tooltip: { ...common.tooltip, formatter: ({ name }) => described(section, name) },
    grid: { left: SIDE, right: SIDE, top: TOP, bottom: BOTTOM },
    xAxis: {
      type: "time",
      min,
      max,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { lineStyle: { color: colours.line } },
      splitNumber: 10,
      splitLine: { show: true, lineStyle: { color: colours.line, opacity: 0.5 } },
      axisLabel: { ...words, hideOverlap: true, formatter: (time) => dateLabel(time, view.language) },
    },
    yAxis: { type: "value", show: false, min: 0, max: room(view) },
    dataZoom: [
      { type: "inside", startValue, endValue, zoomOnMouseWheel: "ctrl", preventDefaultMouseMove: false },
      slider(startValue, endValue, colours),
    ],
    series: [{ type: "scatter", data: dots, emphasis: { scale: 1.4 }, cursor: "pointer" }],
  };
}

function slider(startValue, endValue, colours) {
  return {
    type: "slider",
    startValue,
    endValue,
    left: SIDE + 8,
    right: SIDE + 8,
    bottom: 14,
    height: 20,
    showDetail: false,
    brushSelect: false,
    showDataShadow: false,
    borderColor: colours.line,
    fillerColor: colours.heard,
    backgroundColor: colours.paper,
    handleIcon: "circle",
    handleSize: 26,
    handleStyle: { color: colours.paper, borderColor: colours["ink-soft"], borderWidth: 2 },
    emphasis: { handleStyle: { color: colours.paper, borderColor: colours.accent } },
    moveHandleSize: 0,
  };
}

function dateLabel(time, language) {
  const date = new Date(time);
  const asked = { timeZone: "UTC" };
  if (date.getUTCDate() > 1) return date.toLocaleDateString(language, { ...asked, day: "numeric", month: "short" });
  if (date.getUTCMonth()) return date.toLocaleDateString(language, { ...asked, month: "short" });
  return String(date.getUTCFullYear());
}

// The same words as in the list.
function described(section, number) {
  const tip = document.createElement("div");
  const entry = section.querySelector(`.picture-list a[data-document="${CSS.escape(number)}"]`);
  tip.append(...[...(entry?.childNodes ?? [])].map((node) => node.cloneNode(true)));
  return tip;
}
