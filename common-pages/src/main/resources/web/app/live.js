// Keeps the page fresh: the server says how far it has come; where the page shows something else, it reads itself again
// and takes over what differs, cell by cell, so that scroll place, focus and sorting stay.

import { say } from './language.js';
import { sortAgain } from './sort.js';

const SILENCE = 15000;
const SOON = 2000;

export function follow(body) {
  const connection = document.getElementById('connection');
  let shown = body.dataset.shown;
  let wanted = shown;
  let reading = false;
  let again = false;
  let leaving = false;
  let silence;
  let source;

  function connect() {
    source?.close();
    source = new EventSource(body.dataset.live);
    source.addEventListener('shown', (event) => {
      alive();
      wanted = event.data;
      read();
    });
    source.addEventListener('clock', (event) => {
      alive();
      document.getElementById('clock').textContent = event.data;
    });
    source.addEventListener('again', () => connect());
    source.onerror = () => lost();
    listen();
  }

  function listen() {
    clearTimeout(silence);
    silence = setTimeout(() => {
      lost();
      connect();
    }, SILENCE);
  }

  function alive() {
    listen();
    if (connection.dataset.state === 'lost') {
      connection.dataset.state = 'live';
      connection.hidden = true;
      connection.textContent = '';
    }
  }

  function lost() {
    if (connection.dataset.state !== 'lost') {
      connection.dataset.state = 'lost';
      const since = document.getElementById('clock').textContent;
      connection.textContent = say(
        `Anslutningen bröts. Siffrorna är från ${since} och kan vara gamla; sidan försöker ansluta igen.`,
        `The connection was lost. The figures are from ${since} and may be old; the page is trying to connect again.`,
      );
      connection.hidden = false;
    }
    if (source.readyState === EventSource.CLOSED) {
      // Perhaps the session has ended: then the page itself leads to where one signs in.
      signInIfNeeded();
      clearTimeout(silence);
      silence = setTimeout(connect, SOON);
    }
  }

  async function signInIfNeeded() {
    try {
      const answer = await fetch(location.href, { redirect: 'manual', cache: 'no-store' });
      if (answer.type === 'opaqueredirect' || [401, 403].includes(answer.status)) {
        readAnew();
      }
    } catch {
      // No connection at all: that shows already, and the next attempt tells.
    }
  }

  async function read() {
    if (reading) {
      again = true;
      return;
    }
    if (wanted === shown || leaving) {
      return;
    }
    reading = true;
    again = false;
    let retry = 0;
    try {
      const answer = await fetch(location.href, {
        headers: { Accept: 'text/html' }, redirect: 'manual', cache: 'no-store',
      });
      if (answer.type === 'opaqueredirect') {
        readAnew();
        return;
      }
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (leaving) {
        reading = false;
        return;
      }
      const moved = takeOver(fresh);
      shown = fresh.body.dataset.shown;
      body.dataset.shown = shown;
      if (moved > 0) {
        document.dispatchEvent(new Event('figures-moved'));
        document.getElementById('announcement').textContent =
          say(
            `Sidan är uppdaterad, ${moved} ${moved === 1 ? 'uppgift har' : 'uppgifter har'} ändrats.`,
            `The page is up to date, ${moved} ${moved === 1 ? 'figure has' : 'figures have'} changed.`,
          );
      }
    } catch {
      again = true;
      retry = SOON;
    }
    reading = false;
    if (again) {
      setTimeout(read, retry);
    }
  }

  // While a form is under way its answer is the next page; reading this one anew would throw that answer away.
  document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) {
      leaving = true;
      setTimeout(() => {
        leaving = false;
        read();
      }, SILENCE);
    }
  });
  window.addEventListener('offline', connect);
  window.addEventListener('online', connect);
  connect();
}

/** Asks for the page again; reloading would send a form once more where the page is what came of one. */
function readAnew() {
  location.replace(location.pathname + location.search);
}

function takeOver(fresh) {
  const parts = [...document.querySelectorAll('[data-part]')];
  const others = new Map([...fresh.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
  if (parts.length !== others.size || parts.some((part) => !others.has(part.dataset.part))) {
    // Another page altogether, such as the first programme in force; but what is typed is never thrown away.
    if (!typed()) {
      readAnew();
      return 0;
    }
  }
  return parts
    .filter((part) => others.has(part.dataset.part))
    .reduce((moved, part) => moved + takeOverPart(part, others.get(part.dataset.part)), 0);
}

/** Whether a field holds other than the page came with, or the page shows what was wrong with what was sent. */
function typed() {
  const fields = [...document.querySelectorAll('main input, main textarea')];
  const choices = [...document.querySelectorAll('main select')];
  return document.querySelector('.faults') !== null
    || fields.some((field) => field.value !== field.defaultValue || (field.checked ?? false) !== (field.defaultChecked ?? false))
    || choices.some((choice) =>
      choice.selectedIndex !== Math.max(0, [...choice.options].findIndex((option) => option.defaultSelected)));
}

function takeOverPart(part, other) {
  if (part.tagName === 'TBODY' || part.tagName === 'TFOOT') {
    return takeOverRows(part, other);
  }
  // What the reader has unfolded stays so.
  other.querySelectorAll('details[id]').forEach((each) => {
    const now = document.getElementById(each.id);
    if (now) {
      each.open = now.open;
    }
  });
  if (part.innerHTML === other.innerHTML || part.contains(document.activeElement)) {
    // What has the focus is left alone until it has it no longer; the next event brings it up to date.
    return 0;
  }
  part.replaceChildren(...other.childNodes);
  return 1;
}

function takeOverRows(body, other) {
  const rows = new Map([...body.rows].map((row) => [row.dataset.row, row]));
  const others = [...other.rows];
  if (rows.size !== others.length || others.some((row) => !rows.has(row.dataset.row))) {
    const count = others.length;
    body.replaceChildren(...others);
    sortAgain(body.closest('table'));
    return count;
  }
  let moved = 0;
  for (const row of others) {
    [...row.cells].forEach((cell, i) => {
      moved += takeOverCell(rows.get(row.dataset.row).cells[i], cell);
    });
  }
  if (moved > 0) {
    sortAgain(body.closest('table'));
  }
  return moved;
}

function takeOverCell(cell, other) {
  if (cell.innerHTML === other.innerHTML) {
    return 0;
  }
  cell.replaceChildren(...other.childNodes);
  for (const name of ['data-value', 'class', 'colspan']) {
    if (other.hasAttribute(name)) {
      cell.setAttribute(name, other.getAttribute(name));
    }
  }
  cell.classList.remove('moved');
  void cell.offsetWidth; // lets the animation begin anew
  cell.classList.add('moved');
  return 1;
}
