// Browsers without field-sizing: the text field grows with its text.
import { within } from './start.js';

const native = CSS.supports('field-sizing', 'content');

export function listen() {
  if (!native) {
    document.addEventListener('input', event => event.target.matches?.('[data-grow]') && fit(event.target));
  }
}

export function start(root) {
  if (!native) {
    within(root, '[data-grow]').forEach(fit);
  }
}

function fit(area) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + 2}px`;
}
