// The command menu: its field is there at once, so that nothing typed goes astray; what fills it comes when it is first wanted.
// What it remembers goes when its person goes.
import { made } from './made.js';
import { recentKey, recentPrefix } from './recent.js';

const mayOpen = () => document.querySelector('[data-open-dialog="commands"]') !== null;

export function listen() {
  document.addEventListener('keydown', event => {
    // In an editor with a selection the key makes a link, and has done so by now.
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !event.defaultPrevented && mayOpen()) {
      event.preventDefault();
      toggle();
    } else if ((event.key === 'Control' || event.key === 'Meta') && mayOpen()) {
      // Half of the keys: the rest comes while the other finger is on its way.
      import('./commands.js');
    }
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-open-dialog="commands"]');
    if (button) {
      button.closest('[popover]')?.hidePopover();
      toggle();
    }
  });

  document.addEventListener('submit', event => {
    if (event.target.matches('[data-sign-out]')) {
      forget(() => true);
    }
  });

  if (mayOpen()) {
    const mine = recentKey(document.body.dataset.person);
    forget(key => key !== mine);
  }
}

function toggle() {
  const there = document.getElementById('commands');
  if (there) {
    there.close();
  } else if (!document.querySelector('dialog[open]')) {
    open();
  }
}

async function open() {
  const dialog = made('dialog', { id: 'commands', className: 'commands', ariaLabel: 'Command menu' });
  const field = made('input', { className: 'input', type: 'text', role: 'combobox', ariaLabel: 'Command or search', ariaExpanded: 'true', ariaAutoComplete: 'list', autocomplete: 'off', spellcheck: false, maxLength: 200, placeholder: 'Go to, do, or find' });
  const list = made('div', { id: 'commands-list', role: 'listbox', ariaLabel: 'Commands' });
  field.setAttribute('aria-controls', list.id);
  dialog.append(field, list);
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  const { fill } = await import('./commands.js');
  fill(dialog, field, list);
}

function forget(which) {
  Object.keys(localStorage).filter(key => key.startsWith(recentPrefix) && which(key)).forEach(key => localStorage.removeItem(key));
}
