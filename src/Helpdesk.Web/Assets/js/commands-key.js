// The command menu comes when somebody first wants it; what it remembers goes when its person goes.
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

const toggle = () => import('./commands.js').then(commands => commands.toggle());

function forget(which) {
  Object.keys(localStorage).filter(key => key.startsWith(recentPrefix) && which(key)).forEach(key => localStorage.removeItem(key));
}
