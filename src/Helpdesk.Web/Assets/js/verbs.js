// One letter for each thing one does with a ticket or with the chosen ones. Each presses or focuses what is also there to see.
import { select } from './bulk.js';
import { click, focus } from './if-there.js';
import { putText } from './put-text.js';
import { isFree } from './shortcut-keys.js';
import { areOff } from './shortcuts.js';

const fields = {
  a: ['Form.Assignee', 'Form_Assignee'],
  p: ['Form.Priority', 'Form_Priority'],
  s: ['Form.Status', 'Form_Status'],
  t: ['Form.Tag', 'Form_Tags'],
  m: ['Form.MacroId', null],
};

export function listen() {
  document.addEventListener('keydown', event => {
    if (isFree(event) && !areOff() && press(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && event.target.matches?.('.bulk select') && event.target.value !== '') {
      event.preventDefault();
      event.target.form.querySelector('.bulk .primary').click();
    }
  });
}

function press({ key, shiftKey }) {
  if (shiftKey) {
    const pressed = { M: '[data-merge]', V: '[data-save-view]' }[key];
    return Boolean(pressed) && click(document.querySelector(pressed));
  }

  switch (key) {
    case 'a':
    case 'p':
    case 's':
    case 't':
    case 'm':
      return field(key);
    case 'v':
      return focus(document.querySelector('.rail a'));
    case 'y':
      return click(document.querySelector('[data-copy]'));
    case '.':
      return click(document.querySelector('[popovertarget="more-actions"]'));
    case 'q':
      return quote();
    case 'Escape':
      return !document.querySelector(':popover-open, dialog[open]') && click(document.querySelector('[data-back-to-list]'));
    default:
      return false;
  }
}

function field(key) {
  const [ofBar, ofTicket] = fields[key];
  const bar = document.querySelector('.bulk');
  if (!bar) {
    return key === 'm'
      ? click(document.querySelector('[data-composer="reply"]')) && click(document.querySelector('[data-macros]'))
      : focus(ofTicket && document.getElementById(ofTicket));
  }

  // Without a choice it is about the row that one stands on.
  if (!document.querySelector('[data-queue] tbody [type="checkbox"]:checked')) {
    const box = document.activeElement.closest('[data-queue] tr')?.querySelector('[type="checkbox"]');
    if (!box) {
      return false;
    }

    box.checked = true;
    select(box, false);
  }

  return focus(bar.querySelector(`[name="${ofBar}"]`));
}

// What is selected in the conversation goes into the open composer as a quote.
function quote() {
  const selection = getSelection();
  const words = selection.toString().trim();
  if (words === '' || !selection.anchorNode?.parentElement?.closest('#conversation')) {
    return false;
  }

  let area = [...document.querySelectorAll('.composer textarea')].find(each => each.checkVisibility());
  if (!area) {
    click(document.querySelector('[data-composer="reply"]'));
    area = document.querySelector('#reply textarea');
  }

  const quoted = words.split('\n').map(line => `> ${line}`.trimEnd()).join('\n');
  area.setSelectionRange(area.value.length, area.value.length);
  putText(area, `${area.value === '' ? '' : '\n\n'}${quoted}\n\n`);
  return true;
}
