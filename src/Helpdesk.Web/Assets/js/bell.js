import { hear } from './live.js';

// The count beside the bell follows what happens, without a reload; the name of the link says it in words. The team sees it in the title too.
export function listen() {
  const bell = document.querySelector('[data-bell]');
  if (bell) {
    hear('notifications', count => show(bell, Number(count)));
  }
}

function show(bell, count) {
  const text = count > 100 ? '100+' : String(count);
  const badge = bell.querySelector('[data-bell-count]');
  badge.hidden = count === 0;
  badge.textContent = text;
  bell.setAttribute('aria-label', count === 0 ? 'Notifications' : `Notifications, ${text} unread`);
  if ('inTitle' in bell.dataset && !document.title.startsWith('Error: ')) {
    document.title = (count === 0 ? '' : `(${text}) `) + document.title.replace(/^\(\d+\+?\) /, '');
  }
}
