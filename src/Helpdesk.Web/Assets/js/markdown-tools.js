import { styled } from './markdown-style.js';

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

function apply(area, kind) {
  const change = styled(kind, area.value, area.selectionStart, area.selectionEnd);
  if (!change) {
    return;
  }

  area.focus();
  // execCommand is the one way that keeps the browser's own undo.
  if (!document.execCommand('insertText', false, change.insert)) {
    area.setRangeText(change.insert);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  area.setSelectionRange(change.from, change.to);
}
