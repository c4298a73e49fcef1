// The recipients' areas, coloured by a column of their table: dark for much in the light theme, light in the dark one. The
// table holds all that the map shows.

import { MapChart } from 'echarts/charts';
import { GeoComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { registerMap, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { dress, keepPainted } from './drawing.js';
import { number, say } from './language.js';

use([MapChart, GeoComponent, TooltipComponent, VisualMapPiecewiseComponent, SVGRenderer]);

const CLASSES = 5;
const RADIANS = Math.PI / 180;
const MERIDIAN = 15 * RADIANS;

// Transverse Mercator on a sphere, as Sweden's own grid (SWEREF 99 TM) has it: neither squashed nor swollen to the north.
const projection = {
  project: ([longitude, latitude]) => {
    const away = longitude * RADIANS - MERIDIAN;
    const north = latitude * RADIANS;
    return [Math.atanh(Math.cos(north) * Math.sin(away)), -Math.atan2(Math.tan(north), Math.cos(away))];
  },
  unproject: ([x, y]) => [
    (MERIDIAN + Math.atan2(Math.sinh(x), Math.cos(y))) / RADIANS,
    Math.asin(Math.sin(-y) / Math.cosh(x)) / RADIANS,
  ],
};

const known = new Map();

/** Fetched once each; the answer says whether it is there. */
function area(address) {
  if (!known.has(address)) {
    known.set(address, fetch(address)
      .then((answer) => {
        if (!answer.ok) {
          throw new Error(`status ${answer.status}`);
        }
        return answer.json();
      })
      .then((shapes) => registerMap(address, { geoJSON: shapes }))
      .catch((fault) => {
        known.delete(address);
        throw fault;
      }));
  }
  return known.get(address);
}

export function draw(places) {
  places.forEach((place) => {
    const table = document.getElementById(place.dataset.map);
    const figure = document.getElementById(place.dataset.figure);
    const areas = document.getElementById(place.dataset.areas);
    const fault = document.getElementById(place.dataset.fault);
    const length = () => Number(areas.selectedOptions[0].dataset.codeLength);

    const data = () => {
      const column = Number(figure.value);
      return [...table.tBodies[0].rows]
        .filter((row) => row.dataset.row.length === length())
        .map((row) => {
          const cell = row.cells[column];
          const text = cell?.dataset.value ?? '';
          return {
            name: row.dataset.row,
            label: row.cells[0].dataset.label,
            value: text === '' || Number(text) < 0 ? null : Number(text),
            shown: cell?.firstChild?.textContent?.trim() ?? '',
            address: row.cells[0].querySelector('a')?.href,
          };
        });
    };

    function paint(chart) {
      const { colour, ...rest } = dress();
      const rows = data();
      const unit = figure.selectedOptions[0].dataset.unit;
      const scale = Array.from({ length: CLASSES }, (_, i) => colour(`--scale-${i + 1}`));
      chart.setOption({
        animation: rest.animation,
        textStyle: rest.textStyle,
        tooltip: {
          ...rest.tooltip,
          confine: true,
          formatter: ({ data: row }) => {
            const lines = document.createElement('div');
            const name = document.createElement('strong');
            name.textContent = row?.label ?? '';
            lines.append(name, document.createElement('br'),
              row?.value == null ? say('ingen uppgift', 'no figure') : `${row.shown} ${unit}`);
            return lines;
          },
        },
        visualMap: {
          type: 'piecewise',
          pieces: pieces(rows, unit, scale),
          left: 0,
          top: 0,
          itemGap: 6,
          textStyle: { color: colour('--text') },
          outOfRange: { color: colour('--surface') },
          selectedMode: false,
          showLabel: true,
        },
        series: [{
          type: 'map',
          map: areas.value,
          projection,
          selectedMode: false,
          top: 8,
          bottom: 8,
          left: 120,
          right: 8,
          data: rows,
          label: { show: false },
          itemStyle: { areaColor: colour('--surface'), borderColor: colour('--ground'), borderWidth: 0.6 },
          emphasis: { label: { show: false }, itemStyle: { areaColor: null, borderColor: colour('--text'), borderWidth: 2 } },
        }],
      }, { replaceMerge: ['series', 'visualMap'] });
    }

    let again;
    const show = () => area(areas.value).then(() => {
      fault.hidden = true;
      if (again) {
        again();
      } else {
        again = keepPainted(place, (chart) => {
          chart.off('click');
          chart.on('click', ({ data: row }) => {
            if (row?.address) {
              location.href = row.address;
            }
          });
          paint(chart);
        });
      }
    }).catch(() => {
      fault.hidden = false;
    });
    figure.addEventListener('change', show);
    areas.addEventListener('change', () => {
      // A figure that none of the areas has would leave the map blank.
      if (data().every((row) => row.value == null)) {
        const fit = [...figure.options].find((option) => {
          figure.value = option.value;
          return data().some((row) => row.value != null);
        });
        figure.value = (fit ?? figure.options[0]).value;
      }
      show();
    });
    show();
  });
}

/** As many classes as there are, each with about as many areas: a few large ones would else leave the rest alike. */
function pieces(rows, unit, scale) {
  const values = rows.flatMap((row) => (row.value == null ? [] : [row.value])).sort((one, other) => one - other);
  if (values.length === 0) {
    return [{ value: -1, label: say('ingen uppgift', 'no figure'), color: 'transparent' }];
  }
  const written = (value) => {
    const row = rows.find((each) => each.value === value);
    const large = unit === 'kr' || unit === 'SEK';
    return large && values.at(-1) >= 10000000 ? `${number.format(Math.round(value / 100000) / 10)}` : row.shown;
  };
  const suffix = (unit === 'kr' || unit === 'SEK') && values.at(-1) >= 10000000 ? say('mkr', 'SEK m') : unit;
  const groups = [];
  const size = values.length / CLASSES;
  values.forEach((value, i) => {
    const last = groups.at(-1);
    if (last && (last.at(-1) === value || Math.floor(i / size) === last.index)) {
      last.push(value);
    } else {
      groups.push(Object.assign([value], { index: Math.floor(i / size) }));
    }
  });
  const colours = groups.length === 1 ? [scale[2]] : groups.map((_, i) => scale[Math.round((i * (CLASSES - 1)) / (groups.length - 1))]);
  return groups.map((group, i) => ({
    gte: group[0],
    lte: group.at(-1),
    color: colours[i],
    label: group[0] === group.at(-1)
      ? `${written(group[0])} ${suffix}`
      : `${written(group[0])}–${written(group.at(-1))} ${suffix}`,
  }));
}
