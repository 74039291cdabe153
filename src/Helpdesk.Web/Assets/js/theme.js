// The choice holds at once; the server keeps it, so that the next page comes in the right colours.
export function listen() {
  document.addEventListener('submit', event => {
    const form = event.target;
    const choice = event.submitter;
    if (!form.matches('[data-theme-choice]') || !choice) {
      return;
    }

    event.preventDefault();
    document.documentElement.dataset.theme = choice.value;
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button === choice));
    }

    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, choice)), keepalive: true }).catch(() => {});
  });
}
