// A reply that can still be taken back counts down; when it is on its way, it takes its place in the conversation.
import { readPage } from './read-page.js';
import * as times from './times.js';

const second = 1_000;

export function start(root) {
  for (const item of root.querySelectorAll('[data-sends-at]')) {
    count(item, Date.parse(item.dataset.sendsAt));
  }
}

function count(item, at) {
  const words = item.querySelector('[data-held-words]');
  const tick = () => {
    const left = Math.ceil((at - Date.now()) / second);
    words.textContent = left > 0 ? `Sending in ${left} s.` : 'Sending…';
    if (left > 0) {
      setTimeout(tick, second);
    } else if ('elsewhere' in item.dataset) {
      setTimeout(() => item.parentElement.remove(), second);
    } else {
      setTimeout(() => replace(10), second);
    }
  };
  tick();
}

// The text in the composer is left alone: only what is above it is exchanged.
async function replace(tries) {
  try {
    const { page } = await readPage(location.href);
    const fresh = page.getElementById('held');
    if (fresh?.querySelector('[data-sends-at]') && tries > 0) {
      setTimeout(() => replace(tries - 1), second);
      return;
    }

    document.getElementById('conversation').replaceChildren(...page.getElementById('conversation').children);
    times.start(document.getElementById('conversation'));
    const news = document.querySelector('[data-ticket-news]');
    if (news) {
      news.hidden = true;
    }

    const shown = document.getElementById('held');
    if (fresh) {
      shown?.replaceWith(fresh);
    } else {
      shown?.remove();
    }

    const seen = document.getElementById('last-seen');
    if (seen) {
      seen.value = page.getElementById('last-seen')?.value ?? seen.value;
    }
  } catch {
    // The network is away; the next look at the page tells it.
  }
}
