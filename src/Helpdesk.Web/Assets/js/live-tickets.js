import { changed } from './changed.js';
import { hear } from './live.js';
import { bring } from './live-values.js';
import { readPage } from './read-page.js';
import * as times from './times.js';

// What others do shows itself without a reload, but nothing moves under the eyes of who reads: one presses to see it.
const pause = 400;
const changedKey = 'changed';

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
  const ids = new Set();
  const show = () => {
    const words = ids.size === 1 ? '1 ticket is new or changed.' : `${ids.size} tickets are new or changed.`;
    bar.hidden = false;
    bar.querySelector('span').textContent = words;
  };
  bar.querySelector('button').addEventListener('click', () => {
    sessionStorage.setItem(changedKey, JSON.stringify([...ids]));
    location.reload();
  });
  hear('ticket', data => {
    const [id, , own] = data.split(' ');
    if (!own) {
      ids.add(id);
      show();
    }
  });

  const shown = JSON.parse(sessionStorage.getItem(changedKey) ?? '[]');
  sessionStorage.removeItem(changedKey);
  for (const id of shown) {
    const row = document.querySelector(`[name="Form.Ids"][value="${id}"]`)?.closest('tr');
    row && changed(row);
  }
}

function watchTicket(main) {
  const bar = document.querySelector('[data-ticket-news]');
  let fresh;
  let timer;
  let isOwn = true;
  const look = async () => {
    // A reply of one's own that is on its way takes its place by itself, with all that came before it.
    if (document.querySelector('[data-sends-at]')) {
      return;
    }

    const wasOwn = isOwn;
    isOwn = true;
    const page = await read({ 'X-Unattended': '1' });
    if (!page) {
      isOwn = wasOwn;
      return;
    }

    bring(page);
    const newest = lastOf(page);
    if (newest && newest !== lastOf(document) && !wasOwn) {
      fresh = page;
      bar.hidden = false;
    }
  };
  bar.querySelector('button').addEventListener('click', async () => {
    bar.hidden = true;
    // Asked for once more, because now it is read.
    show(await read({}) ?? fresh);
  });
  hear('ticket', data => {
    const [id, , own] = data.split(' ');
    if (id === main.dataset.ticket) {
      clearTimeout(timer);
      isOwn &&= Boolean(own);
      timer = setTimeout(look, pause);
    }
  });
  hear('again', () => {
    isOwn = false;
    look();
  });
}

// The page as it is now; nothing when it cannot be had, and the next event asks again.
async function read(headers) {
  try {
    const { page, isOk } = await readPage(location.href, { headers });
    return isOk && page.getElementById('conversation') ? page : null;
  } catch {
    return null;
  }
}

const lastOf = page => [...page.querySelectorAll('#conversation article[id]')].at(-1)?.id;

function show(page) {
  const known = new Set([...document.querySelectorAll('#conversation article[id]')].map(({ id }) => id));
  for (const id of ['conversation', 'ticket-head']) {
    const shown = document.getElementById(id);
    const part = page.getElementById(id);
    if (shown && part) {
      shown.replaceChildren(...part.children);
      times.start(shown);
    }
  }

  // Who presses has seen it: an answer is not stopped because of it.
  for (const seen of document.querySelectorAll('[name="Form.LastSeenMessageId"]')) {
    seen.value = page.getElementById('last-seen')?.value ?? seen.value;
  }

  const articles = [...document.querySelectorAll('#conversation article[id]')];
  articles.filter(({ id }) => !known.has(id)).forEach(changed);
  const newest = articles.at(-1);
  newest?.setAttribute('tabindex', '-1');
  newest?.focus({ preventScroll: true });
  newest?.scrollIntoView({ block: 'center' });
}
