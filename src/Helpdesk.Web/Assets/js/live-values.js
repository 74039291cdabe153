// What another changed takes its place where it stands and lights up once. What somebody is just choosing is left alone.
import { changed } from './changed.js';
import * as times from './times.js';

const untouched = ['__RequestVerificationToken', 'Form.LastSeenMessageId'];

export function bring(page) {
  bringLine(document.querySelector('.ticket-head > p'), page.querySelector('.ticket-head > p'));
  const form = document.querySelector('#fields .side-fields');
  const fresh = page.querySelector('#fields .side-fields');
  if (form && fresh && !form.contains(document.activeElement) && !form.closest('.htmx-request')) {
    bringFields(form, fresh);
    bringTools(document.querySelector('#fields .side-tools'), page.querySelector('#fields .side-tools'));
  }
}

function bringLine(line, fresh) {
  if (!line || !fresh || wordsOf(line) === wordsOf(fresh)) {
    return;
  }

  const old = [...line.children].map(wordsOf);
  line.replaceChildren(...fresh.childNodes);
  times.start(line);
  [...line.children].filter(part => !old.includes(wordsOf(part))).forEach(changed);
}

// The time of a ticket goes on by itself; that is no change.
function wordsOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('time').forEach(time => time.remove());
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

function bringFields(form, fresh) {
  for (const field of form.elements) {
    // What the reader has seen is for the reader to say.
    const other = field.name && !untouched.includes(field.name) ? fresh.elements.namedItem(field.name) : null;
    if (!other || field.value === other.value) {
      continue;
    }

    if (field.tagName === 'SELECT') {
      field.replaceChildren(...[...other.options].map(option => option.cloneNode(true)));
    }
    field.value = other.value;
    const place = field.closest('.side-field');
    place && changed(place);
  }
}

function bringTools(tools, fresh) {
  if (tools && fresh && wordsOf(tools) !== wordsOf(fresh) && !tools.contains(document.activeElement) && !tools.querySelector(':popover-open')) {
    tools.replaceChildren(...fresh.childNodes);
  }
}
