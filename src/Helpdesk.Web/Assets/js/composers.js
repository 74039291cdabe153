// Reply and note are two boxes with a button each. Opening one folds the other with its text; nothing ever moves a
// text from one to the other.
import { within } from './start.js';

export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-composer]');
    if (!button) {
      return;
    }

    const group = button.closest('[data-composers]');
    open(group, button.dataset.composer);
    const area = group.querySelector(`#${button.dataset.composer} textarea`);
    area.focus();
    area.form.scrollIntoView({ block: 'nearest' });
  });
}

export function start(root) {
  for (const group of within(root, '[data-composers]')) {
    if (!('ready' in group.dataset)) {
      const written = [...group.querySelectorAll('form')].find(form => form.querySelector('textarea').value);
      open(group, group.dataset.open ?? written?.id);
      group.dataset.ready = '';
    }
  }
}

function open(group, which) {
  for (const button of group.querySelectorAll('[data-composer]')) {
    const form = document.getElementById(button.dataset.composer);
    const chosen = form.id === which;
    form.hidden = !chosen;
    button.setAttribute('aria-expanded', String(chosen));
    button.classList.toggle('has-draft', !chosen && form.querySelector('textarea').value !== '');
  }
}
