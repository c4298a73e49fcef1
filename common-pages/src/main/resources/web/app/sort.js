// Sorting by the buttons in a table's head, by mouse or keyboard. What was chosen holds when rows change.

const order = new WeakMap();

export function makeSortable(table) {
  table.querySelectorAll('th[data-sort]').forEach((head) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => choose(table, head));
  });
}

export function sortAgain(table) {
  const chosen = order.get(table);
  if (chosen) {
    sort(table, chosen);
  }
}

function choose(table, head) {
  const before = head.getAttribute('aria-sort');
  const first = head.dataset.sort === 'number' ? 'descending' : 'ascending';
  const other = first === 'ascending' ? 'descending' : 'ascending';
  const direction = before === first ? other : first;
  table.querySelectorAll('th[aria-sort]').forEach((each) => each.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', direction);
  const chosen = { column: columnOf(table, head), number: head.dataset.sort === 'number', direction };
  order.set(table, chosen);
  sort(table, chosen);
}

/** Which cell of a row belongs to the head, whose table may have heads that span. */
function columnOf(table, head) {
  const taken = [];
  for (const [row, heads] of [...table.tHead.rows].entries()) {
    let column = 0;
    for (const cell of heads.cells) {
      while (taken[row]?.[column]) {
        column++;
      }
      if (cell === head) {
        return column;
      }
      for (let down = 0; down < cell.rowSpan; down++) {
        taken[row + down] ??= [];
        for (let across = 0; across < cell.colSpan; across++) {
          taken[row + down][column + across] = true;
        }
      }
    }
  }
  return 0;
}

function sort(table, { column, number, direction }) {
  const sign = direction === 'ascending' ? 1 : -1;
  const body = table.tBodies[0];
  const value = (row) => row.cells[column]?.dataset.value ?? '';
  const rows = [...body.rows];
  const sorted = rows.toSorted((one, other) => {
    const compared = number ? Number(value(one)) - Number(value(other)) : value(one).localeCompare(value(other), 'sv');
    return compared === 0 ? one.dataset.row.localeCompare(other.dataset.row) : sign * compared;
  });
  if (sorted.some((row, i) => row !== rows[i])) {
    body.append(...sorted);
  }
}
