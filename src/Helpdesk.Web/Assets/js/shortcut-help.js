import { areOff } from './shortcuts.js';

const has = selector => document.querySelector(selector) !== null;

function sections() {
  const go = [
    [['g', 'h'], 'Home', 'a[href="/"]'],
    [['g', 'q'], 'Queue', 'a[href="/queue"]'],
    [['g', 'm'], 'My tickets', 'a[href="/tickets"]'],
    [['g', 'k'], 'Knowledge base', 'a[href="/kb"]'],
    [['g', 'n'], 'Notifications', 'a[href="/notifications"]'],
    [['c'], 'New ticket', 'a[href="/tickets/new"]'],
    [['/'], 'Search or filter', '#filter, [data-search]'],
    [['Ctrl', 'K'], 'Command menu', '[data-open-dialog="commands"]'],
    [['?'], 'This help', 'body'],
  ];
  const list = [
    [['j'], 'Next ticket', '[data-queue]'],
    [['k'], 'Previous ticket', '[data-queue]'],
    [['o'], 'Open the ticket', '[data-queue]'],
    [['Space'], 'Look at the ticket', '[data-queue]'],
    [['x'], 'Select the ticket', '[data-queue] [type="checkbox"]'],
    [['Shift', 'x'], 'Select up to the ticket', '[data-queue] [type="checkbox"]'],
    [['a'], 'Assign', '.bulk'],
    [['s'], 'Status', '.bulk'],
    [['p'], 'Priority', '.bulk'],
    [['t'], 'Add tags', '.bulk'],
    [['m'], 'Macro', '.bulk'],
    [['Shift', 'm'], 'Merge', '[data-merge]'],
    [['v'], 'Views', '.rail'],
    [['Shift', 'v'], 'Save view', '[data-save-view]'],
    [['z'], 'Undo', '[data-undo]'],
  ];
  const ticket = [
    [['r'], 'Reply', '[data-composers], #answer'],
    [['n'], 'Internal note', '[data-composers]'],
    [['i'], 'Take', '[data-take]'],
    [['a'], 'Assignee', '#Form_Assignee'],
    [['s'], 'Status', '#Form_Status'],
    [['p'], 'Priority', '#Form_Priority'],
    [['t'], 'Tags', '#Form_Tags'],
    [['m'], 'Macro', '[data-macros]'],
    [['q'], 'Quote what is selected', '[data-composers]'],
    [['y'], 'Copy the link', '[data-copy]'],
    [['.'], 'More actions', '#more-actions'],
    [['/'], 'In a text, at the beginning of a line: macro, answer or article', '[data-insertions]'],
    [['@'], 'In a text: mention somebody', '[data-insertions]'],
    [['u'], 'Back to the list', '[data-back-to-list]'],
    [['['], 'Previous in the list', '[data-back-to-list]'],
    [[']'], 'Next in the list', '[data-back-to-list]'],
    [['Ctrl', 'Enter'], 'Send', 'form textarea'],
    [['Ctrl', 'Shift', 'Enter'], 'Send, resolve and go on', '[data-composers] button[value="resolved"]'],
  ];
  return [['Go to', go], ['In the list', list], ['On a ticket', ticket]]
    .map(([title, rows]) => [title, rows.filter(([, , selector]) => has(selector))])
    .filter(([, rows]) => rows.length > 0);
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

export function openHelp() {
  document.getElementById('shortcuts')?.remove();
  const title = element('h2', 'Keyboard shortcuts');
  title.id = 'shortcuts-title';
  const close = element('button', 'Close');
  close.className = 'button';
  const dialog = element('dialog', element('header', title, close));
  dialog.id = 'shortcuts';
  dialog.setAttribute('aria-labelledby', title.id);
  if (areOff()) {
    dialog.append(element('p', 'Single keys are switched off for you.'));
  }

  for (const [name, rows] of sections()) {
    const keys = rows.flatMap(([chord, what]) => [element('dt', what), element('dd', ...chord.map(key => element('kbd', key)))]);
    dialog.append(element('h3', name), element('dl', ...keys));
  }

  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
