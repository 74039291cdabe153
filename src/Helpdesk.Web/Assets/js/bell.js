import { hear } from './live.js';

// The count beside the bell follows what happens, without a reload; the name of the link says it in words.
export function listen() {
  const bell = document.querySelector('[data-bell]');
  if (bell) {
    hear('notifications', count => show(bell, Number(count)));
    hear('again', () => refresh(bell));
  }
}

function show(bell, count) {
  const text = count > 100 ? '100+' : String(count);
  const badge = bell.querySelector('[data-bell-count]');
  badge.hidden = count === 0;
  badge.textContent = text;
  bell.setAttribute('aria-label', count === 0 ? 'Notifications' : `Notifications, ${text} unread`);
}

async function refresh(bell) {
  try {
    const answer = await fetch('/notifications', { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-bell]');
    if (fresh) {
      bell.replaceChildren(...fresh.children);
      bell.setAttribute('aria-label', fresh.getAttribute('aria-label'));
    }
  } catch {
    // The next event tells it.
  }
}
