/** A toolbar is one stop on the way of the Tab key; arrows move inside of it, past what is hidden. */
export function oneStop(tools) {
  const shown = () => [...tools.querySelectorAll('button')].filter(button => !button.closest('[hidden]'));
  const enter = button => tools.querySelectorAll('button').forEach(each => (each.tabIndex = each === button ? 0 : -1));
  enter(shown()[0]);
  tools.addEventListener('focusin', ({ target }) => enter(target));
  tools.addEventListener('keydown', event => {
    const buttons = shown();
    const at = buttons.indexOf(event.target);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      buttons.at(next % buttons.length).focus();
    }
  });
}
