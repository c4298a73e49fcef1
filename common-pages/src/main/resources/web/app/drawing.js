// What all drawings have in common: they are painted again when figures move, the theme changes or the page widens, and a
// place takes its height only when something stands in it.

import { init } from 'echarts/core';

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** A colour of the page's own, such as `--text`, and the type of its texts. */
export function dress() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    colour,
    animation: !still.matches,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: colour('--muted') },
    tooltip: {
      backgroundColor: colour('--surface'),
      borderColor: colour('--line'),
      textStyle: { color: colour('--text') },
    },
  };
}

/**
 * @param place where to draw
 * @param paint is given the chart, and draws
 * @param empty whether there is nothing to draw yet
 */
export function keepPainted(place, paint, empty = () => false) {
  let chart;
  const again = () => {
    if (!chart && !empty()) {
      const inner = document.createElement('div');
      inner.style.height = '100%';
      place.append(inner);
      chart = init(inner, null, { renderer: 'svg' });
      let width = place.clientWidth;
      new ResizeObserver(() => {
        chart.resize();
        if (place.clientWidth !== width) {
          width = place.clientWidth;
          paint(chart);
        }
      }).observe(place);
    }
    if (chart) {
      paint(chart);
    }
  };
  again();
  document.addEventListener('figures-moved', again);
  dark.addEventListener('change', again);
  return again;
}
