// Esc empties a search and then leaves it. On the search page what is found shows while one types; each question ends the one
// before, so that a late answer never takes the place of a newer one.
import { say } from './flash.js';
import { readPage } from './read-page.js';
import { within } from './start.js';
import * as times from './times.js';

const pause = 120;
const tellAfter = 1_000;

export function listen() {
  document.addEventListener('keydown', event => {
    const field = event.target;
    if (event.key !== 'Escape' || event.isComposing || !field.matches?.('[data-search]')) {
      return;
    }

    event.preventDefault();
    if (field.value) {
      field.value = '';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    } else {
      field.blur();
    }
  });
}

export function start(root) {
  within(root, 'form[data-live-search]').forEach(follow);
}

function follow(form) {
  let timer, telling, asked;

  async function look() {
    const mine = new AbortController();
    asked = mine;
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) {
        url.searchParams.set(name, value.trim());
      }
    }

    const dims = document.getElementById('results');
    dims.classList.add('htmx-request');
    try {
      const { page } = await readPage(url, { headers: { 'HX-Request': 'true' }, signal: mine.signal });
      const fresh = page.getElementById('results');
      if (mine.signal.aborted) {
        return;
      }

      if (fresh) {
        show(fresh, page.title, url);
      } else {
        location.assign(url);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        dims.classList.remove('htmx-request');
        say('The search did not answer. Check your connection.', { bad: true });
      }
    }
  }

  function show(fresh, title, url) {
    document.getElementById('results').replaceWith(fresh);
    times.start(fresh);
    document.title = title;
    history.replaceState(history.state, '', url);
    telling = setTimeout(() => {
      document.querySelector('[data-live-search-told]').textContent = fresh.dataset.summary;
    }, tellAfter);
  }

  form.addEventListener('input', () => {
    clearTimeout(timer);
    clearTimeout(telling);
    asked?.abort();
    timer = setTimeout(look, pause);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked?.abort();
  });
}
