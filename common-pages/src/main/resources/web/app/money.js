// Recipients' money: unfolding a calculation at once, copying and printing; without scripts each step unfolds by itself.

import { say } from './language.js';

export function start() {
  buttons('unfold', (id) => fold(id, true));
  buttons('fold', (id) => fold(id, false));
  buttons('copy', copy);
  buttons('print-part', print);
  // On paper nothing unfolds.
  window.addEventListener('beforeprint', () => {
    document.querySelectorAll('.tree details:not([open])').forEach((each) => {
      each.dataset.folded = '';
      each.open = true;
    });
  });
  window.addEventListener('afterprint', () => {
    document.querySelectorAll('details[data-folded]').forEach((each) => {
      delete each.dataset.folded;
      each.open = false;
    });
    delete document.documentElement.dataset.printOnly;
  });
}

function buttons(name, act) {
  document.querySelectorAll(`[data-${name}]`).forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => act(button.getAttribute(`data-${name}`)));
  });
}

function fold(id, open) {
  document.getElementById(id).querySelectorAll('details').forEach((each) => {
    each.open = open;
  });
}

function copy(id) {
  navigator.clipboard.writeText(document.getElementById(id).textContent).then(
    () => tell(id, say('Texten är kopierad.', 'The text has been copied.')),
    () => tell(id, say('Texten gick inte att kopiera; markera den och kopiera själv.', 'The text could not be copied; select it and copy it yourself.')),
  );
}

function tell(id, text) {
  document.getElementById(`${id}-copied`).textContent = text;
}

function print(id) {
  document.documentElement.dataset.printOnly = id;
  window.print();
}
