// Says how much of a field's room is used.
import { made } from '../made.js';
import { within } from '../start.js';

export function start(root) {
  for (const field of within(root, '[data-counted]')) {
    const said = made('p', { className: 'hint' });
    const tell = () => {
      said.textContent = `${field.value.length.toLocaleString()} of ${field.maxLength.toLocaleString()} characters`;
    };
    field.after(said);
    field.addEventListener('input', tell);
    tell();
  }
}
