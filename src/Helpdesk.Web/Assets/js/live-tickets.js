import { hear } from './live.js';
import * as times from './times.js';

// What others do shows itself without a reload, but nothing moves under the eyes of who reads: one presses to see it.
const pause = 400;

export function listen() {
  const list = document.querySelector('[data-list-news]');
  const ticket = document.querySelector('[data-ticket]');
  if (list) {
    watchList(list);
  } else if (ticket) {
    watchTicket(ticket);
  }
}

function watchList(bar) {
  const changed = new Set();
  const show = () => {
    const words = changed.size === 1 ? '1 ticket is new or changed.' : `${changed.size} tickets are new or changed.`;
    bar.hidden = false;
    bar.querySelector('span').textContent = words;
  };
  bar.querySelector('button').addEventListener('click', () => location.reload());
  hear('ticket', id => {
    changed.add(id);
    show();
  });
}

function watchTicket(main) {
  const bar = document.querySelector('[data-ticket-news]');
  let fresh;
  let timer;
  const look = async () => {
    // A reply of one's own that is on its way takes its place by itself, with all that came before it.
    if (document.querySelector('[data-sends-at]')) {
      return;
    }

    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const newest = lastOf(page);
      if (answer.ok && newest && newest !== lastOf(document)) {
        fresh = page;
        bar.hidden = false;
      }
    } catch {
      // The next event asks again.
    }
  };
  bar.querySelector('button').addEventListener('click', () => {
    bar.hidden = true;
    show(fresh);
  });
  hear('ticket', id => {
    if (id === main.dataset.ticket) {
      clearTimeout(timer);
      timer = setTimeout(look, pause);
    }
  });
  hear('again', look);
}

const lastOf = page => [...page.querySelectorAll('#conversation article[id]')].at(-1)?.id;

function show(page) {
  for (const id of ['conversation', 'ticket-head']) {
    const shown = document.getElementById(id);
    const part = page.getElementById(id);
    if (shown && part) {
      shown.replaceChildren(...part.children);
      times.start(shown);
    }
  }

  // Who presses has seen it: an answer is not stopped because of it.
  const seen = document.getElementById('last-seen');
  if (seen) {
    seen.value = page.getElementById('last-seen')?.value ?? seen.value;
  }

  const newest = [...document.querySelectorAll('#conversation article[id]')].at(-1);
  newest?.setAttribute('tabindex', '-1');
  newest?.focus({ preventScroll: true });
  newest?.scrollIntoView({ block: 'center' });
}
