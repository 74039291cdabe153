import { styled } from './markdown-style.js';
import { oneStop } from './one-stop.js';
import { putText } from './put-text.js';
import { within } from './start.js';

const keys = { b: 'bold', i: 'italic', k: 'link' };

export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-markdown-tools] [data-insert]');
    if (button) {
      apply(button.closest('.editor').querySelector('textarea'), button.dataset.insert);
    }
  });
  document.addEventListener('keydown', event => {
    const kind = keys[event.key];
    const area = event.target;
    if (!kind || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !area.matches?.('.editor textarea')) {
      return;
    }

    if (kind === 'link' && area.selectionStart === area.selectionEnd) {
      return;
    }

    event.preventDefault();
    apply(area, kind);
  });
}

export function start(root) {
  within(root, '[data-markdown-tools]').forEach(oneStop);
}

/** Does to the text in the field what the button of that kind says. */
export function apply(area, kind) {
  const change = styled(kind, area.value, area.selectionStart, area.selectionEnd);
  if (!change) {
    return;
  }

  putText(area, change.insert);
  area.setSelectionRange(change.from, change.to);
}
