// Shows what one writes as its readers will see it, in the place of the text.
import { say } from './flash.js';
import { rendered } from './rendered.js';

export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest?.('button[data-preview]');
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

  try {
    const prose = await rendered('/preview', 'Form.Body', area.value, area.form);
    if (!prose) {
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
