// A look at the ticket of a row beside the list: Space opens and closes it, and it follows the row that one goes to.
import { readPage } from './read-page.js';
import { isFree } from './shortcut-keys.js';
import { areOff } from './shortcuts.js';
import * as times from './times.js';

let asked = 0;

const pane = () => document.querySelector('.peek');
const linkOf = element => element?.closest?.('[data-queue] tr')?.querySelector('th a');

export function listen() {
  document.addEventListener('keydown', event => {
    if (event.key === ' ' && isFree(event) && !areOff() && linkOf(document.activeElement) === document.activeElement && matchMedia('(width >= 64rem)').matches) {
      event.preventDefault();
      toggle(document.activeElement);
    } else if (event.key === 'Escape' && pane() && isFree(event)) {
      event.preventDefault();
      pane().remove();
    }
  }, true);
  document.addEventListener('focusin', ({ target }) => pane() && linkOf(target) === target && show(target));
  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-peek]')) {
      toggle(document.querySelector('[data-queue] tbody th a'));
    } else if (event.target.closest?.('[data-peek-close]')) {
      pane().remove();
    }
  });
}

function toggle(link) {
  if (pane()) {
    pane().remove();
  } else if (link) {
    const aside = document.createElement('aside');
    aside.className = 'peek';
    aside.setAttribute('aria-label', 'Preview');
    document.querySelector('.workspace').append(aside);
    link.focus();
    show(link);
  }
}

async function show(link) {
  const turn = ++asked;
  try {
    const { page } = await readPage(link.href);
    const title = page.querySelector('#ticket-head h1');
    if (turn !== asked || !pane() || !title) {
      return;
    }

    const header = document.createElement('header');
    const heading = document.createElement('h2');
    heading.append(...title.childNodes);
    const close = document.createElement('button');
    Object.assign(close, { type: 'button', className: 'button quiet', textContent: 'Close' });
    close.dataset.peekClose = '';
    header.append(heading, close);
    const list = page.querySelector('#conversation');
    list.removeAttribute('id');
    list.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
    list.querySelectorAll('[aria-labelledby]').forEach(element => element.removeAttribute('aria-labelledby'));
    list.querySelectorAll('form, button, [popover], .message-tools, .older').forEach(element => element.remove());
    const line = document.createElement('div');
    line.className = 'ticket-head';
    line.append(page.querySelector('#ticket-head .ticket-line'));
    pane().replaceChildren(header, line, list);
    times.start(pane());
  } catch {
    // Without a line there is nothing to look at; the link still says so.
  }
}
