/** Single keys rest while someone types, holds a modifier, or is inside of a dialog or an open menu. */
export function isFree(event) {
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
    && !event.target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog[open], [popover]:popover-open');
}

export const places = { h: '/', q: '/queue', m: '/tickets', k: '/kb', n: '/notifications' };
