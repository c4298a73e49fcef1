// Finds rows of a table by text and by choices, and lets what is shown be fetched as a file: the same rows in the same
// order. Without scripts all rows stand there, and the files hold all of them.

import { say } from './language.js';

export function makeFilterable(form) {
  const table = document.getElementById(form.dataset.filter);
  const text = form.querySelector('input[type="search"]');
  const choices = [...form.querySelectorAll('select[data-on]')];
  const count = form.querySelector('[data-count]');
  const none = document.getElementById(form.dataset.none);
  const rows = () => [...table.tBodies[0].rows];
  const normal = (words) => words.toLocaleLowerCase('sv').replace(/\s+/g, ' ').trim();
  const has = (row, name) => row.querySelector(`[data-is="${name}"]`)?.dataset.value ?? row.dataset[name];

  function apply() {
    const wanted = normal(text?.value ?? '');
    let shown = 0;
    for (const row of rows()) {
      const fits = (wanted === '' || normal(row.cells[0].textContent).includes(wanted))
        && choices.every((choice) => choice.value === '' || has(row, choice.dataset.on) === choice.value);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    const all = rows().length;
    count.textContent = shown === all
      ? say(`Alla ${all} visas`, `All ${all} shown`)
      : say(`${shown} av ${all} visas`, `${shown} of ${all} shown`);
    if (none) {
      none.hidden = shown > 0;
    }
  }

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', apply);
  // The fields are emptied once all have heard of it.
  form.addEventListener('reset', () => setTimeout(apply));
  document.addEventListener('figures-moved', apply);
  // The browser may have kept what was typed.
  apply();
  addEventListener('pageshow', apply);

  document.querySelectorAll(`a[data-export="${table.id}"]`).forEach((link) => {
    const address = link.getAttribute('href');
    const point = () => {
      const shown = rows().filter((row) => !row.hidden).map((row) => row.dataset.row);
      link.href = `${address}${address.includes('?') ? '&' : '?'}rows=${shown.join(',')}`;
    };
    ['pointerdown', 'focus', 'click'].forEach((moment) => link.addEventListener(moment, point));
  });
}
