// The queue and a ticket by keyboard. The row's own link carries the focus, so Enter needs no help.
import { select } from './bulk.js';
import { click } from './if-there.js';
import { isFree } from './shortcut-keys.js';
import { areOff } from './shortcuts.js';

const listKey = 'list';
const rowsKey = 'rows';
const openedKey = 'opened';

export function listen() {
  document.addEventListener('keydown', event => {
    if (isFree(event) && !areOff() && press(event)) {
      event.preventDefault();
    }
  });

  // Who enters a number into the filter means that ticket, whatever view is open.
  document.addEventListener('submit', event => {
    const filter = document.activeElement;
    if (filter.id === 'filter' && filter.form === event.target && /^#?\d+$/.test(filter.value.trim())) {
      event.preventDefault();
      event.stopPropagation();
      location.assign(`/search?q=${encodeURIComponent(filter.value.trim())}`);
    }
  }, true);
}

export function start() {
  const rows = links();
  if (rows.length > 0) {
    sessionStorage.setItem(listKey, location.pathname + location.search);
    sessionStorage.setItem(rowsKey, JSON.stringify(rows.map(({ pathname }) => pathname)));
    comeBack(rows);
  }

  const back = document.querySelector('[data-back-to-list]');
  if (back) {
    sessionStorage.setItem(openedKey, location.pathname);
  }

  const list = sessionStorage.getItem(listKey);
  if (back && list?.startsWith(new URL(back.href).pathname)) {
    back.href = list;
  }
}

function press({ key, shiftKey }) {
  switch (key.toLowerCase()) {
    case 'j':
      return move(1);
    case 'k':
      return move(-1);
    case 'home':
      return move(-Infinity);
    case 'end':
      return move(Infinity);
    case 'o':
      return click(document.activeElement.closest('[data-queue] tr')?.querySelector('th a'));
    case 'x': {
      const box = document.activeElement.closest('[data-queue] tr')?.querySelector('[type="checkbox"]');
      if (box) {
        box.checked = !box.checked;
        select(box, shiftKey);
      }

      return Boolean(box);
    }
    case 'r':
      return click(document.querySelector('[data-composer="reply"]'));
    case 'n':
      return click(document.querySelector('[data-composer="note"]'));
    case 'i':
      return click(document.querySelector('[data-take]'));
    case 'u':
      return click(document.querySelector('[data-back-to-list]'));
    case 'z':
      return click(document.querySelector('[data-undo]'));
    case '[':
      return turn(-1);
    case ']':
      return turn(1);
    default:
      return false;
  }
}

const links = () => [...document.querySelectorAll('[data-queue] tbody th a')];

// From a ticket to its list: the row that was opened has the focus again.
function comeBack(rows) {
  const opened = sessionStorage.getItem(openedKey);
  sessionStorage.removeItem(openedKey);
  if (opened && document.referrer && new URL(document.referrer).pathname === opened) {
    rows.find(({ pathname }) => pathname === opened)?.focus();
  }
}

/** The way to the neighbour in the list that this ticket was opened from; with 0 to the list itself. */
export function neighbour(step) {
  const rows = JSON.parse(sessionStorage.getItem(rowsKey) ?? '[]');
  const at = rows.indexOf(location.pathname);
  return at < 0 ? undefined : step === 0 ? sessionStorage.getItem(listKey) : rows[at + step];
}

function turn(step) {
  const next = neighbour(step);
  if (!next || !document.querySelector('[data-back-to-list]')) {
    return false;
  }

  location.assign(next);
  return true;
}

function move(step) {
  const rows = links();
  if (rows.length === 0) {
    return false;
  }

  const at = rows.indexOf(document.activeElement.closest('[data-queue] tr')?.querySelector('th a'));
  if (at < 0 && !Number.isFinite(step)) {
    return false;
  }

  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
  rows[next].focus();
  return true;
}
