import { styled } from './markdown-style.js';
import { putText } from './put-text.js';
import { within } from './start.js';

const keys = { b: 'bold', i: 'italic', k: 'link' };

export function listen() {
  document.addEventListener('click', event => {
    const button = event.target.closest('[data-markdown-tools] [data-insert]');
    if (button) {
      apply(button.closest('.editor').querySelector('textarea'), button.dataset.insert);
    }
  });
  document.addEventListener('keydown', event => {
    const kind = keys[event.key];
    const area = event.target;
    if (!kind || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !area.matches?.('.editor textarea')) {
      return;
    }

    if (kind === 'link' && area.selectionStart === area.selectionEnd) {
      return;
    }

    event.preventDefault();
    apply(area, kind);
  });
}

/** A toolbar is one stop on the way of the Tab key; arrows move inside of it. */
export function start(root) {
  for (const tools of within(root, '[data-markdown-tools]')) {
    const buttons = [...tools.querySelectorAll('button')];
    const enter = button => buttons.forEach(each => (each.tabIndex = each === button ? 0 : -1));
    enter(buttons[0]);
    tools.addEventListener('focusin', ({ target }) => enter(target));
    tools.addEventListener('keydown', event => {
      const at = buttons.indexOf(event.target);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (next !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        buttons.at(next % buttons.length).focus();
      }
    });
  }
}

function apply(area, kind) {
  const change = styled(kind, area.value, area.selectionStart, area.selectionEnd);
  if (!change) {
    return;
  }

  putText(area, change.insert);
  area.setSelectionRange(change.from, change.to);
}
