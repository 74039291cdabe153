// A dialog with a form: it traps the focus, gives it back, and is gone when it closes.
import { made } from '../made.js';

let count = 0;

/** A field with its label, and a hint that is read with it. */
export function field(label, input, hint) {
  input.id ||= `writing-${++count}`;
  const words = hint ? made('p', { className: 'hint', id: `${input.id}-hint` }, hint) : '';
  if (hint) {
    input.setAttribute('aria-describedby', words.id);
  }
  return made('div', { className: 'field' }, made('label', { htmlFor: input.id }, label), words, input);
}

export function openDialog(title, { content, submit, actions = [], onSubmit, onClose }) {
  const heading = made('h2', { id: `writing-${++count}` }, title);
  const problem = made('p', { className: 'error', role: 'alert', hidden: true });
  const go = made('button', { className: 'button primary' }, submit);
  const cancel = made('button', { className: 'button', type: 'button' }, 'Cancel');
  const form = made('form', { method: 'dialog', noValidate: true }, ...content, problem, made('div', { className: 'actions' }, go, ...actions, cancel));
  const dialog = made('dialog', { className: 'writing-dialog' }, made('header', {}, heading), form);
  dialog.setAttribute('aria-labelledby', heading.id);

  const control = {
    close: () => dialog.close(),
    say(sentence, input) {
      problem.textContent = sentence;
      problem.hidden = sentence === '';
      if (sentence !== '') {
        input?.focus();
      }
    },
    busy(words) {
      go.textContent = words ?? submit;
      go.ariaBusy = words ? 'true' : null;
    },
    get isBusy() {
      return go.ariaBusy === 'true';
    },
  };
  cancel.addEventListener('click', control.close);
  form.addEventListener('submit', event => {
    event.preventDefault();
    event.stopPropagation();
    if (!control.isBusy) {
      onSubmit(control);
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return control;
}
