// The present place is in sight, and the counts beside the views follow what happens, quietly and not with each single change.
import { changed } from './changed.js';
import { ask, hear } from './live.js';

const pause = 1_500;
const spread = 2_000;
const most = 1_000;
let timer;

export function listen() {
  showPresent();
  countSaved();
  if (!document.querySelector('[data-count]')) {
    return;
  }

  hear('ticket', () => {
    // Not all pages of the team in the same moment.
    timer ??= setTimeout(() => {
      timer = undefined;
      ask();
    }, pause + Math.random() * spread);
  });
  hear('counts', counts => {
    for (const span of counts ? document.querySelectorAll('[data-count]') : []) {
      const count = counts[span.dataset.count];
      const text = count > most ? `${most}+` : String(count);
      if (text !== span.textContent) {
        span.textContent = text;
        changed(span);
      }
    }
  });
}

// On a small screen the places are a row that scrolls.
function showPresent() {
  const here = document.querySelector('.rail [aria-current]');
  for (const row of here ? [here.closest('ul'), here.closest('.rail')] : []) {
    row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - here.offsetWidth) / 2;
  }
}

// No page waits for these: each saved view is a question of its own.
async function countSaved() {
  const spans = [...document.querySelectorAll('[data-saved-count]')];
  if (spans.length === 0) {
    return;
  }

  try {
    const counts = await (await fetch('/queue/views/counts', { headers: { Accept: 'application/json' } })).json();
    for (const span of spans) {
      span.textContent = counts[span.dataset.savedCount] ?? '';
    }
  } catch {
    // Without counts the views still open.
  }
}
