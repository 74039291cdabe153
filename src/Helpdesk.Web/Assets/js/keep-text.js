// Copies, saves or prints a list that is shown only once.
import { say } from './flash.js';

const textOf = id => [...document.getElementById(id).children].map(line => line.textContent.trim()).join('\n') + '\n';

export function listen() {
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-copy-text], [data-save-text], [data-print]');
    if (!button) {
      return;
    }

    if (button.dataset.copyText) {
      await navigator.clipboard.writeText(textOf(button.dataset.copyText));
      say('Copied.');
    } else if (button.dataset.saveText) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([textOf(button.dataset.saveText)], { type: 'text/plain' }));
      link.download = button.dataset.fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    } else {
      window.print();
    }
  });
}
