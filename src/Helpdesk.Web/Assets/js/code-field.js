// A code of six digits sends itself when the last one is typed or pasted; Escape within that moment keeps it.
const moment = 400;
let timer;

export function listen() {
  document.addEventListener('input', event => {
    const field = event.target.closest?.('[data-code]');
    clearTimeout(timer);
    if (field && field.value.replace(/\s/g, '').match(/^\d{6}$/)) {
      timer = setTimeout(() => field.form.requestSubmit(), moment);
    }
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      clearTimeout(timer);
    }
  });
  document.addEventListener('submit', () => clearTimeout(timer), true);
}
