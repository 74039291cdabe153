// Older messages come into the page, and what was being read stays under the eye.
import { readPage } from './read-page.js';
import * as times from './times.js';

export function listen() {
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-older]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    event.preventDefault();
    link.textContent = 'Loading…';
    try {
      const { page, isOk } = await readPage(link.href);
      const fresh = page.getElementById('conversation');
      if (!isOk || !fresh) {
        throw new Error('The page has no conversation.');
      }

      show(link.closest('#conversation'), fresh);
    } catch {
      location.assign(link.href);
    }
  });
}

function show(list, fresh) {
  const anchor = list.querySelector('article[id]');
  const top = anchor?.getBoundingClientRect().top ?? 0;
  list.replaceChildren(...fresh.children);
  times.start(list);

  const same = anchor && document.getElementById(anchor.id);
  if (same) {
    scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' });
  }

  // Focus was on the link that is gone; it goes to the message above the one that stood first.
  const articles = [...list.querySelectorAll('article')];
  const heading = articles[Math.max(0, articles.indexOf(same) - 1)]?.querySelector('h2, h3');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}
