import './app.css';
import './mine.css';
import './operations.css';
import './desk.css';
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

// The charts show nothing that the tables beside them do not, so they are fetched when the page stands.
const places = [...document.querySelectorAll('[data-chart]')];
if (places.length > 0) {
  const fetchCharts = () => import('./charts.js').then((charts) => charts.draw(places));
  const seen = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      seen.disconnect();
      fetchCharts();
    }
  }, { rootMargin: '400px' });
  // An empty place has no size to be seen by; its section has.
  places.forEach((place) => seen.observe(place.parentElement));
}
