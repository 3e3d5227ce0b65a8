// People as bars: how many documents each wrote, received, and is only named in.
import { shared } from "./pictures-look.js";

const ROLES = ["author", "addressee", "named"];

export function people(chart, data, section, { choose }) {
  const canvas = section.querySelector(".picture-canvas");
  // A whole row can be pressed, name and all.
  chart.getZr().on("click", (event) => {
    const row = chart.convertFromPixel({ yAxisIndex: 0 }, event.offsetY);
    const person = data.people[Math.round(row)];
    if (person) choose(section, { person: person.name });
  });
  return (view) => chart.setOption(option(view, canvas, data.people), true);
}

function option(view, canvas, persons) {
  const { colours, narrow } = view;
  const labels = narrow ? 142 : 180;
  const common = shared(view, canvas.getAttribute("aria-label"));
  return {
    ...common,
    tooltip: { ...common.tooltip, trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: colours.heard, opacity: 0.6 }, z: -1 } },
    legend: { top: 0, left: 0, itemGap: 20, textStyle: { color: colours.ink, fontSize: 14 }, selectedMode: false },
    grid: { left: labels, right: 40, top: 44, bottom: 8 },
    xAxis: { type: "value", show: false, max: Math.max(...persons.map(total)) },
    yAxis: {
      type: "category",
      inverse: true,
      data: persons.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.ink, fontSize: narrow ? 13 : 15, width: labels - 8, overflow: "truncate", interval: 0 },
    },
    series: ROLES.map((role) => bars(role, view, canvas, persons)),
  };
}

function total(person) {
  return ROLES.reduce((sum, role) => sum + person[role].length, 0);
}

function bars(role, { colours }, canvas, persons) {
  const last = role === ROLES.at(-1);
  const looks = {
    author: { color: colours.accent },
    addressee: { color: colours.accent, opacity: 0.6 },
    named: { color: colours["ink-soft"], opacity: 0.6 },
  };
  return {
    type: "bar",
    stack: "all",
    name: canvas.dataset[role],
    barWidth: "62%",
    cursor: "pointer",
    data: persons.map((person) => person[role].length),
    itemStyle: { borderColor: colours.paper, borderWidth: 1, ...looks[role] },
    label: {
      show: last,
      position: "right",
      color: colours.ink,
      opacity: 1,
      fontSize: 14,
      formatter: ({ dataIndex }) => String(total(persons[dataIndex])),
    },
  };
}
