// "/" at the beginning of a line offers macros, prepared answers and articles, "@" the people of the team. Focus stays in the text.
import { articlesFor } from './articles.js';
import { offers, wanted } from './insertions.js';
import { putText } from './put-text.js';

const loaded = new Map();
let menu;

export function listen() {
  document.addEventListener('input', ({ target }) => target.matches?.('[data-insertions] textarea') && look(target));
  document.addEventListener('keydown', press, true);
  document.addEventListener('focusout', ({ target }) => menu?.area === target && close());
  document.addEventListener('pointerdown', event => {
    const option = event.target.closest?.('.insert-menu [role="option"]');
    if (option) {
      event.preventDefault();
      choose(menu.items[[...menu.list.children].indexOf(option)]);
    }
  });
  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-macros]');
    const area = button?.closest('form')?.querySelector('textarea');
    if (area && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      area.setSelectionRange(area.value.length, area.value.length);
      putText(area, area.value === '' || area.value.endsWith('\n') ? '/' : '\n/');
    }
  });
}

async function look(area) {
  const want = wanted(area.value.slice(0, area.selectionStart));
  if (!want) {
    close();
    return;
  }

  const url = area.form.dataset.insertions;
  if (!loaded.has(url)) {
    loaded.set(url, fetch(url, { headers: { Accept: 'application/json' } }).then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status))));
    loaded.get(url).catch(() => loaded.delete(url));
  }

  const all = await loaded.get(url).catch(() => null);
  if (!all || !isStill(area, want)) {
    return;
  }

  const items = offers(all, want, area.form.id === 'reply');
  show(area, want, items);
  if (want.kind === '/' && want.query.trim().length > 1) {
    // They are looked for while the others are there already, and come behind them without moving what is marked.
    const articles = await articlesFor(area.form, want.query).catch(() => []);
    if (articles.length > 0 && isStill(area, want) && (menu || items.length === 0)) {
      const at = menu?.at ?? 0;
      show(area, want, [...items, ...articles]);
      mark(at);
    }
  }
}

function isStill(area, want) {
  const now = wanted(area.value.slice(0, area.selectionStart));
  return now?.kind === want.kind && now.query === want.query && document.activeElement === area;
}

function show(area, want, items) {
  close();
  if (items.length === 0) {
    return;
  }

  const list = document.createElement('ul');
  list.className = 'insert-menu';
  list.id = 'insert-menu';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', want.kind === '@' ? 'People' : 'Macros, answers and articles');
  items.forEach((item, index) => {
    const option = document.createElement('li');
    option.id = `insert-${index}`;
    option.setAttribute('role', 'option');
    const name = document.createElement('strong');
    name.textContent = item.name;
    const hint = document.createElement('span');
    hint.textContent = item.hint;
    option.append(name, hint);
    list.append(option);
  });
  area.closest('.editor').append(list);
  area.setAttribute('aria-controls', list.id);
  area.setAttribute('aria-autocomplete', 'list');
  menu = { area, want, items, list, at: 0 };
  mark(0);
}

function mark(at) {
  menu.at = (at + menu.items.length) % menu.items.length;
  [...menu.list.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === menu.at)));
  menu.area.setAttribute('aria-activedescendant', `insert-${menu.at}`);
  menu.list.children[menu.at].scrollIntoView({ block: 'nearest' });
}

function close() {
  if (menu) {
    menu.list.remove();
    ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'].forEach(name => menu.area.removeAttribute(name));
    menu = undefined;
  }
}

function press(event) {
  if (!menu || event.target !== menu.area || event.isComposing) {
    return;
  }

  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    mark(menu.at + (event.key === 'ArrowDown' ? 1 : -1));
  } else if (plain && event.key === 'Enter' && event.shiftKey && menu.items[menu.at].whole) {
    chooseWhole(menu.items[menu.at]);
  } else if (plain && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
    choose(menu.items[menu.at]);
  } else if (event.key === 'Escape') {
    close();
  } else {
    return;
  }

  event.preventDefault();
  event.stopPropagation();
}

function choose(item) {
  const { area, want } = menu;
  close();
  area.setSelectionRange(area.selectionStart - want.length, area.selectionStart);
  if (item.macro && item.text === '') {
    // It says nothing, so there is nothing to send: it is shown and applied for itself.
    putText(area, '');
    location.assign(`${location.origin}${area.form.dataset.insertions.replace('insertions', 'macros')}/${item.macro.id}`);
    return;
  }

  putText(area, item.text);
  if (item.macro) {
    take(area.form, item.macro);
  }
}

// Shift and Enter insert what the article says instead of its link.
async function chooseWhole(item) {
  const { area } = menu;
  const text = await item.whole().catch(() => null);
  if (text && menu?.area === area) {
    choose({ text });
  }
}

// The changes go with the answer; unticked, only the words stay.
function take(form, macro) {
  const label = document.createElement('label');
  label.className = 'check macro-chosen';
  const box = document.createElement('input');
  Object.assign(box, { type: 'checkbox', name: 'Form.MacroId', value: macro.id, checked: true });
  const words = document.createElement('span');
  words.textContent = `With the macro “${macro.name}”${macro.changes.length > 0 ? `: ${macro.changes.join(' · ')}` : ''}`;
  label.append(box, words);
  form.querySelector('[data-macro-slot]').replaceChildren(label);
  form.dispatchEvent(new Event('input', { bubbles: true }));
}
