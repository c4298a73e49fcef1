// Columns of this year beside last year, drawn from the table that stands below. Only the parts used are bundled.

import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dress, keepPainted } from './drawing.js';
import { number, say } from './language.js';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const LINES = ['solid', 'dashed', 'dotted'];
const columns = (list) => list.split(',').map(Number);
const written = (value) => (value == null ? '–' : number.format(value));

/** Each part with this year's and last year's number. */
function tip(points, parts) {
  const line = (text, i) => `${text}: ${written(points[i].value)} (${written(points[i + parts]?.value)})`;
  const year = say('i år (förra året)', 'this year (last year)');
  return [`${points[0].name}, ${year}`, ...points.slice(0, parts).map((point, i) => line(point.seriesName, i))].join('<br>');
}

/** A colour so far on its way to another; both as #rrggbb. */
function mixed(from, to, far) {
  const parts = [from, to].map((each) => [1, 3, 5].map((i) => parseInt(each.slice(i, i + 2), 16)));
  return `rgb(${parts[0].map((each, i) => Math.round(each + (parts[1][i] - each) * far)).join(', ')})`;
}

export function draw(places) {
  places.forEach((place) => {
    const rows = () => [...document.getElementById(place.dataset.chart).tBodies[0].rows];

    function paint(chart) {
      const { colour, ...rest } = dress();
      const column = (i) => rows().map((row) => (row.cells[i].dataset.value === '' ? null : Number(row.cells[i].dataset.value)));
      const names = place.dataset.names.split('|');
      const stacked = (stack, name, data) => ({ name, type: 'bar', stack, data, barGap: '15%', barMaxWidth: 28 });
      // From full colour towards the ground: told apart by lightness alone.
      const tone = (part, name) => mixed(colour(name), colour('--ground'), part / names.length);
      chart.setOption({
        animation: rest.animation,
        textStyle: rest.textStyle,
        legend: { top: 0, left: 0, itemGap: 16, textStyle: { color: colour('--text') }, selectedMode: false },
        grid: { top: 36, left: 0, right: 0, bottom: 0, containLabel: true },
        tooltip: { ...rest.tooltip, trigger: 'axis', formatter: (points) => tip(points, names.length) },
        xAxis: {
          type: 'category',
          data: rows().map((row) => row.cells[0].dataset.label),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colour('--line') } },
          axisLabel: { color: colour('--muted'), hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          splitNumber: 3,
          splitLine: { lineStyle: { color: colour('--line') } },
          axisLabel: { color: colour('--muted'), formatter: (value) => number.format(value) },
        },
        series: [
          ...columns(place.dataset.now).map((i, part) => ({
            ...stacked('now', names[part], column(i)),
            itemStyle: { color: tone(part, '--this-year'), borderColor: colour('--this-year'), borderWidth: 1 },
          })),
          ...columns(place.dataset.before).map((i, part) => ({
            ...stacked('before', names[part], column(i)),
            itemStyle: { color: colour('--ground'), borderColor: colour('--muted'), borderWidth: 1, borderType: LINES[part] },
          })),
        ],
      });
    }

    keepPainted(place, paint, () => rows().every((row) => row.cells[1].dataset.value === ''));
  });
}
