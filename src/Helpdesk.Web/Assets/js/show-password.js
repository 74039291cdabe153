export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-show-password]');
    if (!button) {
      return;
    }

    const field = document.getElementById(button.dataset.showPassword);
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-label', shown ? 'Hide password' : 'Show password');
  });

  // A shown password must not land in the browser's store of form texts.
  document.addEventListener('submit', event => {
    for (const button of event.target.querySelectorAll('[data-show-password]')) {
      document.getElementById(button.dataset.showPassword).type = 'password';
    }
  }, true);
}
