// The queue and a ticket by keyboard. The row's own link carries the focus, so Enter needs no help.
import { select } from './bulk.js';
import { isFree } from './shortcut-keys.js';
import { areOff } from './shortcuts.js';

const listKey = 'list';

export function listen() {
  document.addEventListener('keydown', event => {
    if (isFree(event) && !areOff() && press(event)) {
      event.preventDefault();
    }
  });
}

export function start() {
  if (document.querySelector('[data-queue]')) {
    sessionStorage.setItem(listKey, location.pathname + location.search);
  }

  const back = document.querySelector('[data-back-to-list]');
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
    default:
      return false;
  }
}

function click(element) {
  element?.click();
  return Boolean(element);
}

function move(step) {
  const links = [...document.querySelectorAll('[data-queue] tbody th a')];
  if (links.length === 0) {
    return false;
  }

  const at = links.indexOf(document.activeElement.closest('[data-queue] tr')?.querySelector('th a'));
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step));
  links[next].focus();
  return true;
}
