// Shows what one writes as its readers will see it, in the place of the text.
import { say } from './flash.js';
import { readPage } from './read-page.js';

export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-preview]');
    if (button) {
      toggle(button);
    }
  });
}

async function toggle(button) {
  const editor = button.closest('.editor');
  const area = editor.querySelector('textarea');
  const shown = editor.querySelector('.preview');
  if (shown) {
    shown.remove();
    area.hidden = false;
    button.setAttribute('aria-pressed', 'false');
    area.focus();
    return;
  }

  const body = new URLSearchParams({ 'Form.Body': area.value, __RequestVerificationToken: area.form.querySelector('[name="__RequestVerificationToken"]').value });
  try {
    const { page, isOk } = await readPage('/preview', { method: 'POST', body, redirect: 'error' });
    const prose = page.getElementById('preview');
    if (!isOk || !prose) {
      say('There is nothing to show yet.');
      return;
    }

    prose.removeAttribute('id');
    prose.classList.add('preview');
    prose.tabIndex = -1;
    area.hidden = true;
    area.after(prose);
    button.setAttribute('aria-pressed', 'true');
  } catch {
    say('The preview needs a connection. Your text is kept.', { bad: true });
  }
}
