// Columns of this year beside last year, drawn from the table that stands below. Only the parts used are bundled.

import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { number, say } from './language.js';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);


export function draw(places) {
  const charts = [];
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');

  function paint(place, chart) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const rows = [...document.getElementById(place.dataset.chart).tBodies[0].rows];
    const column = (i) => rows.map((row) => (row.cells[i].dataset.value === '' ? null : Number(row.cells[i].dataset.value)));
    const font = { fontFamily: style.fontFamily || 'system-ui', color: colour('--muted') };
    chart.setOption({
      animation: !still.matches,
      textStyle: font,
      legend: { top: 0, left: 0, itemGap: 16, textStyle: { color: colour('--text') }, selectedMode: false },
      grid: { top: 36, left: 0, right: 0, bottom: 0, containLabel: true },
      tooltip: {
        trigger: 'axis',
        backgroundColor: colour('--surface'),
        borderColor: colour('--line'),
        textStyle: { color: colour('--text') },
        valueFormatter: (value) => (value == null ? '–' : number.format(value)),
      },
      xAxis: {
        type: 'category',
        data: rows.map((row) => row.cells[0].dataset.label),
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
        { name: say('I år', 'This year'), type: 'bar', data: column(1), itemStyle: { color: colour('--this-year') }, barGap: '10%' },
        {
          name: say('Förra året', 'Last year'),
          type: 'bar',
          data: column(2),
          itemStyle: {
            color: colour('--ground'),
            borderColor: colour('--last-year'),
            borderWidth: 1.5,
          },
        },
      ],
    });
  }

  const empty = (place) =>
    [...document.getElementById(place.dataset.chart).tBodies[0].rows].every((row) => row.cells[1].dataset.value === '');

  function paintAll() {
    for (const place of places) {
      let drawn = charts.find((each) => each.place === place);
      if (!drawn && !empty(place)) {
        // The place takes its height only when something stands in it.
        place.append(document.createElement('div'));
        place.firstChild.style.height = '100%';
        drawn = { place, chart: init(place.firstChild, null, { renderer: 'svg' }) };
        charts.push(drawn);
        new ResizeObserver(() => drawn.chart.resize()).observe(place);
      }
      if (drawn) {
        paint(place, drawn.chart);
      }
    }
  }

  paintAll();
  document.addEventListener('figures-moved', paintAll);
  dark.addEventListener('change', paintAll);
}
