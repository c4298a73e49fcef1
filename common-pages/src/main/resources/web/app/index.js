import './app.css';
import './mine.css';
import './money.css';
import './operations.css';
import './desk.css';
import './overview.css';
import './reports.css';
import { makeFilterable } from './filter.js';
import { follow } from './live.js';
import { makeSortable } from './sort.js';

document.querySelectorAll('table[data-sortable]').forEach(makeSortable);
if (document.body.dataset.live) {
  follow(document.body);
}

document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

document.querySelectorAll('[data-filter]').forEach(makeFilterable);

// Drawings show nothing that the tables beside them do not, so each kind is fetched when a place of it comes near.
const drawn = (selector, fetchDrawing) => {
  const places = [...document.querySelectorAll(selector)];
  if (places.length > 0) {
    const seen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        seen.disconnect();
        fetchDrawing().then((drawing) => drawing.draw(places));
      }
    }, { rootMargin: '400px' });
    // An empty place has no size to be seen by; its section has.
    places.forEach((place) => seen.observe(place.parentElement));
  }
};
drawn('[data-chart]', () => import('./charts.js'));
drawn('[data-parts]', () => import('./parts.js'));
drawn('[data-map]', () => import('./map.js'));
drawn('[data-amounts]', () => import('./amounts.js'));

if (document.querySelector('[data-money]')) {
  import('./money.js').then((money) => money.start());
}
