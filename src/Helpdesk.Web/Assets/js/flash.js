// Says what happened. Good news leaves after a while unless someone looks at it; bad news stays until closed.
import { within } from './start.js';

const stay = 6_000;

export function start(root) {
  for (const region of within(root, '[data-flash-region]')) {
    const [message] = region.children;
    if (message) {
      // A live region speaks only about what arrives after it is there.
      message.remove();
      setTimeout(() => show(region, message), 100);
    }
  }
}

export function say(text, { bad = false, beside = null } = {}) {
  if (beside) {
    beside.textContent = text;
    return;
  }

  const message = document.createElement('p');
  message.className = bad ? 'flash bad' : 'flash';
  message.textContent = text;
  const region = document.querySelector('[data-flash-region]');
  if (region) {
    show(region, message);
  }
}

function show(region, message) {
  const close = document.createElement('button');
  close.type = 'button';
  close.dataset.close = '';
  close.setAttribute('aria-label', 'Close message');
  close.textContent = '×';
  close.addEventListener('click', () => message.remove());
  message.append(close);
  region.replaceChildren(message);

  if (message.classList.contains('bad')) {
    return;
  }

  let timer;
  const leave = () => {
    timer = setTimeout(() => message.remove(), stay);
  };
  for (const pause of ['pointerenter', 'focusin']) {
    message.addEventListener(pause, () => clearTimeout(timer));
  }
  for (const resume of ['pointerleave', 'focusout']) {
    message.addEventListener(resume, leave);
  }
  leave();
}
