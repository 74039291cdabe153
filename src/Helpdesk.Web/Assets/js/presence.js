// Who else of the team has a ticket open: this page says every few seconds that it is there, and shows the others.
import { ask, hear } from './live.js';
import { within } from './start.js';

const beat = 12_000;
const soon = 6_000;
const typing = 10_000;
const here = new Map();
let typedAt = 0;
let told;
let timer;
let askedAt = 0;

export function listen() {
  hear('presence', text => {
    const present = JSON.parse(text);
    note(present);
    // Who only turns a page is back at once.
    setTimeout(() => render(present.ticketId), present.state === 'gone' ? 1_000 : 0);
  });
  hear('present', list => {
    if (list) {
      here.clear();
      list.forEach(note);
      render();
    }
  });
  setInterval(tick, 1_000);

  if (place()) {
    document.addEventListener('input', ({ target }) => {
      if (target.closest('#reply') && target.value) {
        typedAt = Date.now();
        told === 'replying' || tell();
      }
    });
    document.addEventListener('visibilitychange', () => document.hidden ? clearTimeout(timer) : tell());
    addEventListener('pagehide', () => post('/removal', {}, true).catch(() => {}));
    addEventListener('pageshow', ({ persisted }) => persisted && tell());
    document.hidden || tell();
  }
}

// What the server wrote into the page is where it begins.
export function start(root) {
  for (const { dataset, title, textContent } of within(root, '[data-present]')) {
    note({ ticketId: dataset.present, person: { id: dataset.person, name: title }, state: textContent.split(' ').at(-1), endsIn: Number(dataset.endsIn) });
  }
  if (within(root, '[data-queue]').length > 0) {
    render();
  }
}

const place = () => document.querySelector('[data-present-here]');
const token = () => document.querySelector('[name="__RequestVerificationToken"]').value;

function post(path, fields, keepalive = false) {
  const body = new URLSearchParams({ ...fields, __RequestVerificationToken: token() });
  return fetch(`/tickets/${place().dataset.presentHere}/presence${path}`, { method: 'POST', body, keepalive, redirect: 'error' });
}

async function tell() {
  clearTimeout(timer);
  timer = setTimeout(tell, beat);
  const state = Date.now() - typedAt < typing ? 'replying' : 'viewing';
  told = state;
  try {
    const answer = await post('', { 'Form.State': state });
    if (answer.ok) {
      const ticket = place().dataset.presentHere;
      const { items } = await answer.json();
      [...here].forEach(([key, present]) => present.ticketId === ticket && here.delete(key));
      items.forEach(note);
      render(ticket);
    }
  } catch {
    // The line is broken; what is shown ends by itself.
  }
}

function note(present) {
  const key = `${present.ticketId} ${present.person.id}`;
  if (present.state === 'gone') {
    here.delete(key);
  } else {
    here.set(key, { ...present, until: Date.now() + present.endsIn * 1_000 });
  }
}

// Who stays says so to the server, not to every page: before one is taken off, the page asks.
function tick() {
  const now = Date.now();
  for (const [key, { ticketId, until }] of here) {
    if (until <= now) {
      here.delete(key);
      render(ticketId);
    } else if (until - now < soon && now - askedAt > soon && !document.hidden) {
      askedAt = now;
      ask();
    }
  }
}

function render(ticketId) {
  const one = place();
  if (one && (!ticketId || one.dataset.presentHere === ticketId)) {
    fill(one, one.dataset.presentHere);
  }
  for (const box of document.querySelectorAll('[data-queue] [name="Form.Ids"]')) {
    if (!ticketId || box.value === ticketId) {
      fill(box.closest('tr').querySelector('th'), box.value);
    }
  }
}

function fill(where, ticketId) {
  const present = [...here.values()].filter(one => one.ticketId === ticketId).sort((one, other) => one.state < other.state ? -1 : 1);
  const shown = [...where.querySelectorAll('.presence')];
  const words = present.map(sentence);
  if (words.join() !== shown.map(span => span.textContent).join()) {
    shown.forEach(span => span.remove());
    where.append(...present.map((one, at) => element(one, words[at])));
  }
}

const sentence = ({ person, state }) => `${person.name.split(' ')[0]} is ${state}`;

function element({ person, state }, words) {
  const span = document.createElement('span');
  span.className = `presence ${state}`;
  span.title = person.name;
  span.textContent = words;
  return span;
}
