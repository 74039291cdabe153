// The command menu: one field, one list. The field keeps the focus; the list says which line Enter takes.
import { ask, placesOf, verbs } from './commands-list.js';
import { fuzzy } from './fuzzy.js';
import { made } from './made.js';
import { readRecent, recentKey, remember } from './recent.js';

const pause = 120;
const mostLocal = 8;
const mostRecent = 5;

const key = () => recentKey(document.body.dataset.person);

export function fill(dialog, field, list) {
  const here = verbs();
  let lines = [];
  let at = 0;
  let places = [];
  let found = [];
  let hasMoved = false;
  let timer, asked;

  function draw() {
    // What comes later must not move the choice of who has made one.
    const was = hasMoved ? lines[at] : undefined;
    lines = linesFor(field.value.trim(), here, places, found);
    at = 0;
    const groups = Map.groupBy(lines, line => line.title);
    let id = 0;
    list.replaceChildren(...[...groups].map(([title, of]) => made(
      'div',
      { role: 'group', ariaLabel: title },
      made('div', { className: 'commands-title', ariaHidden: 'true' }, title),
      ...of.map(line => row(line, id++)))));
    lines = [...groups.values()].flat();
    choose(Math.max(0, lines.findIndex(line => was && line.text === was.text && line.url === was.url)));
  }

  function choose(next) {
    const rows = list.querySelectorAll('[role="option"]');
    rows[at]?.setAttribute('aria-selected', 'false');
    at = (next + rows.length) % rows.length;
    rows[at].setAttribute('aria-selected', 'true');
    rows[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', rows[at].id);
  }

  function take(line, inNewTab) {
    if (line.group !== 'Search') {
      keep(line);
    }

    dialog.close();
    if (!line.url) {
      line.run();
    } else if (inNewTab) {
      window.open(line.url, '_blank', 'noopener');
    } else {
      location.assign(line.url);
    }
  }

  // The lines of the page answer at once, those of the server when they come; an answer to older words never does.
  async function look() {
    const mine = new AbortController();
    asked = mine;
    try {
      const answer = await ask(field.value.trim(), mine.signal);
      if (!mine.signal.aborted) {
        found = answer;
        draw();
      }
    } catch {
      // Without an answer there is still the way to the search page.
    }
  }

  function hear() {
    clearTimeout(timer);
    asked?.abort();
    found = [];
    hasMoved = false;
    draw();
    if (field.value.trim().length > 1 || /^\d$/.test(field.value.trim())) {
      timer = setTimeout(look, pause);
    }
  }

  field.addEventListener('input', hear);
  field.addEventListener('keydown', event => {
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: Math.min(at + 8, lines.length - 1), PageUp: Math.max(at - 8, 0) }[event.key];
    if (next !== undefined) {
      hasMoved = true;
      choose(next);
    } else if (event.key === 'Enter' && !event.isComposing) {
      take(lines[at], event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape' && field.value) {
      field.value = '';
      field.dispatchEvent(new Event('input'));
    } else {
      return;
    }

    event.preventDefault();
  });
  list.addEventListener('click', event => {
    const option = event.target.closest('[role="option"]');
    if (option) {
      take(lines[[...list.querySelectorAll('[role="option"]')].indexOf(option)], event.ctrlKey || event.metaKey);
    }
  });
  // A press on the list leaves the focus in the field.
  list.addEventListener('mousedown', event => event.preventDefault());
  dialog.addEventListener('close', () => {
    clearTimeout(timer);
    asked?.abort();
  });
  hear();
  placesOf().then(all => {
    places = all;
    draw();
  }, () => {});
}

function keep(line) {
  try {
    localStorage.setItem(key(), JSON.stringify(remember(readRecent(localStorage.getItem(key())), line)));
  } catch {
    // A full or forbidden store: nothing is remembered.
  }
}

function linesFor(typed, here, places, found) {
  const all = [...here, ...places];
  if (!typed) {
    const known = new Map(all.map(line => [`${line.text}\n${line.url ?? ''}`, line]));
    const recent = readRecent(localStorage.getItem(key()))
      .map(({ group, text, url }) => known.get(`${text}\n${url ?? ''}`) ?? (url && (group === 'Tickets' || (group === 'People' && places.some(place => place.url === '/queue'))) ? { group, text, url } : null))
      .filter(Boolean).slice(0, mostRecent);
    const rest = all.filter(line => !recent.includes(line) && !line.isOneOfMany);
    return [...recent.map(line => ({ ...line, title: 'Recent' })), ...inOrder(rest.map(line => ({ ...line, title: line.group })))];
  }

  const number = /^#?(\d{1,9})$/.exec(typed)?.[1];
  const local = all
    .map(line => ({ ...line, title: 'Commands', score: Math.max(fuzzy(typed, line.text), fuzzy(typed, line.also ?? '') / 2) }))
    .filter(line => line.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostLocal);
  const search = { group: 'Search', title: 'Search', text: `Search for “${typed}”`, url: `/search?q=${encodeURIComponent(typed)}` };
  const hits = found.map(line => ({ ...line, title: line.group }));

  // A number is looked up where the address leads, so that Enter need not wait for the answer.
  return number
    ? [...(hits.length > 0 ? hits : [{ group: 'Search', title: 'Tickets', text: `#${number}`, url: `/search?q=%23${number}` }]), ...local, search]
    : [...local, ...hits, search];
}

const order = ['Do', 'Views', 'Go to', 'Helpdesk'];

const inOrder = lines => lines.sort((a, b) => order.indexOf(a.title) - order.indexOf(b.title));

function row({ text, detail, keys }, id) {
  const option = made('div', { role: 'option', id: `command-${id}`, ariaSelected: 'false' }, made('span', {}, text));
  if (detail) {
    option.append(made('span', { className: 'muted' }, detail));
  }

  if (keys) {
    option.append(made('span', { className: 'commands-keys' }, ...keys.map(each => made('kbd', {}, each))));
  }

  return option;
}
