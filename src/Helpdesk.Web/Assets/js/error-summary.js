import { within } from './start.js';

export function start(root) {
  within(root, '[data-error-summary]')[0]?.focus();
}

export function listen() {
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-error-summary] a[href^="#"]');
    const field = link && document.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      (field.labels?.[0] ?? field).scrollIntoView({ block: 'start' });
      field.focus({ preventScroll: true });
    }
  });
}
