// Small things that a button can do in the page itself.
import { say } from './flash.js';

export function listen() {
  document.addEventListener('click', async event => {
    const button = event.target.closest('button');
    if (!button) {
      return;
    }

    if (button.dataset.copy) {
      button.closest('[popover]')?.hidePopover();
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
        say('Link copied.');
      } catch {
        say(button.dataset.copy, { bad: true });
      }
    } else if ('print' in button.dataset) {
      button.closest('[popover]')?.hidePopover();
      print();
    } else if (button.dataset.openDialog === 'shortcuts') {
      button.closest('[popover]')?.hidePopover();
      const { openHelp } = await import('./shortcut-help.js');
      openHelp();
    }
  });

  // An address without empty filters is one that a colleague can read.
  document.addEventListener('formdata', event => {
    if (event.target.method === 'get') {
      for (const [name, value] of [...event.formData]) {
        if (value === '') {
          event.formData.delete(name);
        }
      }
    }
  });
}
