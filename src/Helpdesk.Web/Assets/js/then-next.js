// Who works through a list goes on to its next ticket after sending. The choice is remembered on this device.
import { neighbour } from './list-keys.js';

const chosenKey = 'then-next';

export function listen() {
  document.addEventListener('change', ({ target }) => {
    if (target.matches?.('[data-then-next] input')) {
      localStorage.setItem(chosenKey, target.checked ? 'yes' : 'no');
    }
  });
}

export function start(root) {
  const label = root.querySelector('[data-then-next]');
  const way = label && wayOn();
  if (way) {
    const box = label.querySelector('input');
    box.value = way;
    box.checked = localStorage.getItem(chosenKey) === 'yes';
    label.hidden = false;
  }
}

// In play mode the server finds it; else it is the row below in the list that one came from, and after the last the list.
function wayOn() {
  return document.querySelector('[data-play-next]')?.getAttribute('href') ?? neighbour(1) ?? neighbour(0);
}
