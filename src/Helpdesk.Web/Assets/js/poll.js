// Work in the background shows how far it has come, until it is done.
import { readPage } from './read-page.js';

const pause = 1_000;

export function start(root) {
  if (root.querySelector('[data-poll]')) {
    setTimeout(look, pause);
  }
}

async function look() {
  const shown = document.querySelector('[data-poll]');
  if (!shown) {
    return;
  }

  try {
    const { page, isOk } = await readPage(location.href);
    const fresh = page.getElementById(shown.id);
    if (isOk && fresh) {
      document.title = page.title;
      shown.replaceWith(fresh);
    }
  } catch {
    // The next look tells.
  }

  setTimeout(look, pause);
}
