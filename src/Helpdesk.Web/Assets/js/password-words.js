import { problemOf } from './password-problem.js';

// Says while somebody chooses a password what the server would say; the list of common ones is only there.
const pause = 500;

export function start(root) {
  for (const field of root.querySelectorAll('input[autocomplete="new-password"]')) {
    const words = document.createElement('p');
    words.className = 'hint password-words';
    words.setAttribute('aria-live', 'polite');
    (field.closest('.field') ?? field.parentElement).append(words);
    let timer;
    field.form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        words.textContent = field.value ? problemOf(field.value, knownOf(field.form)) ?? 'Long enough.' : '';
      }, pause);
    });
  }
}

const knownOf = form => ({
  'your name': form.querySelector('[autocomplete="name"]')?.value ?? '',
  'your e-mail address': (form.querySelector('[autocomplete="email"], [autocomplete="username"]')?.value ?? '').split('@')[0],
  'the name of this site': document.querySelector('.brand span')?.textContent ?? '',
});
