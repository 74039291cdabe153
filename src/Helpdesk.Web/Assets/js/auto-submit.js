// A changed choice is sent at once; the button beside it is for browsers where this script is missing.
export function listen() {
  document.addEventListener('change', event => {
    if (event.target.matches('[data-auto-submit] :is(select, [data-send-on-change])')) {
      event.target.form.requestSubmit();
    }
  });
}
