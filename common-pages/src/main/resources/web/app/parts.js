// What has become of each pot, as bars of parts that together are the pot; drawn from the table that stands below. A head
// of the table with `data-part-of` names the colour of its part.

import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dress, keepPainted } from './drawing.js';
import { number, say } from './language.js';

use([BarChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const MILLION = 1000000;

export function draw(places) {
  places.forEach((place) => {
    const table = document.getElementById(place.dataset.parts);
    const rows = () => [...table.tBodies[0].rows].filter((row) => row.cells.length > 2).reverse();
    const heads = [...table.tHead.rows[0].cells];
    const value = (row, i) => Number(row.cells[i].dataset.value);

    function paint(chart) {
      const { colour, ...rest } = dress();
      const shown = rows();
      place.style.height = `${shown.length * 2.75 + 5.5}rem`;
      chart.resize();
      chart.setOption({
        animation: rest.animation,
        textStyle: rest.textStyle,
        aria: { enabled: true, decal: { show: true } },
        legend: { top: 0, left: 0, itemGap: 16, textStyle: { color: colour('--text') }, selectedMode: false },
        grid: { top: 56, left: 0, right: 12, bottom: 0, containLabel: true },
        tooltip: {
          ...rest.tooltip,
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          confine: true,
          valueFormatter: (amount) => say(`${number.format(amount)} kr`, `SEK ${number.format(amount)}`),
        },
        xAxis: {
          type: 'value',
          splitNumber: 4,
          splitLine: { lineStyle: { color: colour('--line') } },
          axisLabel: {
            color: colour('--muted'),
            hideOverlap: true,
            formatter: (amount) => `${number.format(amount / MILLION)} ${say('mkr', 'm')}`,
          },
        },
        yAxis: {
          type: 'category',
          data: shown.map((row) => row.cells[0].dataset.label),
          axisTick: { show: false },
          axisLine: { lineStyle: { color: colour('--line') } },
          axisLabel: { color: colour('--text'), width: place.clientWidth > 640 ? 260 : 110, overflow: 'break', lineHeight: 14, fontSize: place.clientWidth > 640 ? 12 : 10 },
        },
        series: heads.flatMap((head, i) => (head.dataset.partOf ? [{
          name: head.textContent.trim(),
          type: 'bar',
          stack: 'pot',
          barMaxWidth: 28,
          data: shown.map((row) => value(row, i)),
          itemStyle: { color: colour(head.dataset.partOf), borderColor: colour('--muted'), borderWidth: 1 },
        }] : [])),
      });
    }

    keepPainted(place, paint, () => rows().length === 0);
  });
}
