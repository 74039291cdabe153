/** Puts text in the place of the selection so that the browser's own undo still works, and tells whoever listens for typing. */
export function putText(area, text) {
  area.focus();
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) {
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
