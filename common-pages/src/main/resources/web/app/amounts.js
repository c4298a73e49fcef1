// An amount over time as steps, drawn from the table that stands below. Only the parts used are bundled.

import { LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dress, keepPainted } from './drawing.js';
import { number, say } from './language.js';

use([LineChart, AriaComponent, GridComponent, TooltipComponent, SVGRenderer]);

export function draw(places) {
  places.forEach((place) => {
    const points = () => [...document.getElementById(place.dataset.amounts).tBodies[0].rows]
      .filter((row) => row.dataset.at)
      .map((row) => [Number(row.dataset.at), Number(row.cells[1].dataset.value)]);

    function paint(chart) {
      const { colour, ...rest } = dress();
      chart.setOption({
        animation: rest.animation,
        textStyle: rest.textStyle,
        grid: { top: 12, left: 0, right: 24, bottom: 8, containLabel: true },
        tooltip: { ...rest.tooltip, trigger: 'axis', confine: true, valueFormatter: (amount) => number.format(amount) },
        xAxis: {
          type: 'time',
          axisLine: { lineStyle: { color: colour('--line') } },
          axisLabel: { color: colour('--muted'), hideOverlap: true },
        },
        yAxis: {
          type: 'value',
          splitNumber: 3,
          splitLine: { lineStyle: { color: colour('--line') } },
          axisLabel: { color: colour('--muted'), formatter: (amount) => number.format(amount) },
        },
        series: [
          {
            name: say('Beräknat, kronor', 'Computed, kronor'),
            type: 'line',
            step: 'end',
            symbolSize: 6,
            data: points(),
            lineStyle: { color: colour('--this-year'), width: 2 },
            itemStyle: { color: colour('--this-year') },
          },
        ],
      });
    }

    keepPainted(place, paint, () => points().length === 0);
  });
}
