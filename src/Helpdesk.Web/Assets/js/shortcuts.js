import { isFree, places } from './shortcut-keys.js';

const chordTime = 1_500;
let chordUntil = 0;

export const areOff = () => document.body.dataset.shortcuts === 'off';

export function listen() {
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      send(event);
    } else if (isFree(event) && !areOff() && press(event.key)) {
      event.preventDefault();
    }
  });
}

function press(key) {
  if (performance.now() < chordUntil) {
    chordUntil = 0;
    return go(places[key]);
  }

  switch (key) {
    case 'g':
      chordUntil = performance.now() + chordTime;
      return true;
    case 'c':
      return go('/tickets/new');
    case '/':
      return focus('#filter, [data-search]');
    case 'r':
      return focus('#answer textarea');
    case '?':
      import('./shortcut-help.js').then(({ openHelp }) => openHelp());
      return true;
    default:
      return false;
  }
}

// A place that the page does not offer is a place that this person may not go to.
function go(path) {
  const link = path && [...document.querySelectorAll('a[href]')].find(({ pathname, origin }) => origin === location.origin && pathname === path);
  link?.click();
  return Boolean(link);
}

function focus(selector) {
  const field = [...document.querySelectorAll(selector)].find(element => element.checkVisibility());
  field?.focus();
  field?.select?.();
  return Boolean(field);
}

function send(event) {
  const form = event.target.closest?.('textarea')?.form;
  if (!form) {
    return;
  }

  const button = event.shiftKey
    ? form.querySelector('button[value="resolved"]')
    : form.querySelector('button:not([type="button"]).primary') ?? form.querySelector('button:not([type="button"])');
  if (button) {
    event.preventDefault();
    const onward = form.querySelector('[data-then-next]:not([hidden]) input');
    if (event.shiftKey && onward) {
      onward.checked = true;
    }

    form.requestSubmit(button);
  }
}
