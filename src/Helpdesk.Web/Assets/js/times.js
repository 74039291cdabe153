// "3 h ago" goes on counting while the page lies open.
import { relativeTime } from './relative-time.js';
import { within } from './start.js';

const selector = 'time[data-relative], [data-relative-times] time[datetime]';
const plain = new WeakMap();

export function listen() {
  setInterval(() => start(document), 60_000);
  document.addEventListener('visibilitychange', () => document.hidden || start(document));
}

export function start(root) {
  const now = Date.now();
  for (const time of within(root, selector)) {
    if (!plain.has(time)) {
      plain.set(time, time.textContent);
    }

    const served = plain.get(time);
    const date = served.endsWith('ago') ? time.title.split(',')[0] : served;
    const text = relativeTime(Date.parse(time.dateTime), now) ?? (date || served);
    if (text !== time.textContent) {
      time.textContent = text;
    }
  }
}
