// Rows that can be dragged to another place. The buttons beside them do the same without a mouse.
import { within } from './start.js';

const placeForm = row => row.querySelector('form:has([name="Form.Position"])');

export function start(root) {
  within(root, '[data-sortable]').forEach(arm);
}

function arm(list) {
  let row = null;
  let before = null;
  let dropped = false;

  function begin(event, dragged) {
    row = dragged;
    before = dragged.nextElementSibling;
    dropped = false;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.sorted);
    event.dataTransfer.setDragImage(dragged, 0, 0);
  }

  function end() {
    const form = placeForm(row);
    if (dropped && row.nextElementSibling !== before) {
      form.elements['Form.Position'].value = [...list.children].indexOf(row);
      form.requestSubmit();
    } else {
      list.insertBefore(row, before);
    }
    row = null;
  }

  for (const each of [...list.children].filter(placeForm)) {
    const handle = Object.assign(document.createElement('span'), { className: 'drag-handle', draggable: true });
    handle.setAttribute('aria-hidden', 'true');
    handle.addEventListener('dragstart', event => begin(event, each));
    handle.addEventListener('dragend', end);
    each.prepend(handle);
  }

  list.addEventListener('dragover', event => {
    if (row) {
      event.preventDefault();
      const middle = other => other.getBoundingClientRect().top + other.offsetHeight / 2;
      list.insertBefore(row, [...list.children].find(other => other !== row && event.clientY < middle(other)) ?? null);
    }
  });
  list.addEventListener('drop', event => {
    event.preventDefault();
    dropped = true;
  });
}
