// On the page of an item: code can be copied, a player of another site is loaded only when somebody asks for it, and which items were
// read in this tab goes with a ticket that is filed afterwards.
import { say } from './flash.js';
import { within } from './start.js';

const key = 'read';
const most = 10;
const freshFor = 30 * 60_000;

export function listen() {
  document.addEventListener('submit', event => event.target.matches('[data-sign-out]') && sessionStorage.removeItem(key));
}

export function start(root) {
  within(root, '[data-copy-code] pre').forEach(addCopy);
  within(root, '[data-player]').forEach(offer);
  within(root, '[data-read]').forEach(({ dataset }) => remember(dataset.read));
  within(root, '[data-read-before]').forEach(carry);
}

function addCopy(pre) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet copy-code', textContent: 'Copy' });
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.querySelector('code').textContent);
      say('Copied.');
    } catch {
      getSelection().selectAllChildren(pre.querySelector('code'));
      say('Not copied. The text is selected: copy it with the keyboard.', { bad: true });
    }
  });
  const frame = document.createElement('div');
  frame.className = 'code-frame';
  pre.replaceWith(frame);
  frame.append(pre, button);
}

function offer(place) {
  const { player, playerSite, playerTitle } = place.dataset;
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button primary', textContent: `Load the video from ${playerSite}` });
  button.addEventListener('click', () => {
    const frame = Object.assign(document.createElement('iframe'), { src: player, title: playerTitle, className: 'player', allowFullscreen: true, referrerPolicy: 'strict-origin-when-cross-origin' });
    frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
    place.replaceWith(frame);
    frame.focus();
  });
  place.querySelector('.icon')?.after(button);
}

function recent() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]').filter(({ at }) => Date.now() - at < freshFor);
  } catch {
    return [];
  }
}

function remember(id) {
  sessionStorage.setItem(key, JSON.stringify([{ id, at: Date.now() }, ...recent().filter(item => item.id !== id)].slice(0, most)));
}

function carry(list) {
  const there = new Set([...list.querySelectorAll('input')].map(field => field.value));
  for (const { id } of recent().filter(item => !there.has(item.id))) {
    list.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Form.Read', value: id }));
  }
}
