// While a form is on its way its button says so and a second press is dropped. The server decides about doubles by
// the form's own token; this only saves the reader from wondering.
import { say } from './flash.js';

const patience = 15_000;
const labels = new WeakMap();

export function listen() {
  document.addEventListener('submit', onSubmit);
  addEventListener('pageshow', event => {
    if (event.persisted) {
      document.querySelectorAll('form[data-sending]').forEach(release);
    }
  });
}

function onSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form[data-once]')) {
    return;
  }

  if ('sending' in form.dataset) {
    event.preventDefault();
    return;
  }

  if (!navigator.onLine) {
    event.preventDefault();
    say('Not sent. Your text is safe. Try again.', { bad: true, beside: form.querySelector('[data-form-status]') });
    return;
  }

  form.dataset.sending = '';
  const button = event.submitter;
  if (button) {
    button.setAttribute('aria-busy', 'true');
    if (button.dataset.busy) {
      labels.set(button, [...button.childNodes]);
      button.style.minWidth = `${button.offsetWidth}px`;
      button.textContent = button.dataset.busy;
    }
  }

  setTimeout(() => release(form), patience);
}

function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll('[aria-busy]')) {
    button.removeAttribute('aria-busy');
    if (labels.has(button)) {
      button.replaceChildren(...labels.get(button));
    }
  }
}
