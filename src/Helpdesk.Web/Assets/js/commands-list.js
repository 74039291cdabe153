// What the command menu offers: what the page's own controls can do, pressed through them, and where the server says one may go.
import { openHelp } from './shortcut-help.js';
import { places as keys } from './shortcut-keys.js';
import { areOff } from './shortcuts.js';

const controls = ['.composer-choice', '.side-tools', '.more-menu', '.side .actions', '.notice', '.page-head'].map(part => `main ${part} :is(button, a.button)`).join(', ');
const keysOf = new Map([...Object.entries(keys).map(([key, path]) => [path, ['g', key]]), ['/tickets/new', ['c']]]);

let places;

/** Places and views, asked for once in the life of a page. */
export function placesOf() {
  places ??= ask('').then(list => list.map(place => ({ ...place, keys: shown(keysOf.get(place.url)) })));
  places.catch(() => (places = undefined));
  return places;
}

export async function ask(words, signal) {
  const answer = await fetch(`/search/commands${words ? `?q=${encodeURIComponent(words)}` : ''}`, { signal });
  if (!answer.ok || answer.redirected) {
    throw new Error(String(answer.status));
  }

  return answer.json();
}

/** What can be done on this page, here and now. */
export function verbs() {
  return [...pressed(), ...chosen(), ...always()];
}

function pressed() {
  return [...document.querySelectorAll(controls)]
    .filter(control => !control.disabled && !control.hasAttribute('popovertarget') && (control.closest('[popover]') || control.checkVisibility()))
    .map(control => ({ group: 'Do', text: textOf(control), keys: shown(control.getAttribute('aria-keyshortcuts')?.split('+')), run: () => control.click() }));
}

// "Status: Resolved" and so on: each other choice of the ticket's fields.
function chosen() {
  return [...document.querySelectorAll('#fields form[data-auto-submit] select')].flatMap(field => [...field.options]
    .filter(option => !option.selected)
    .map(option => ({
      group: 'Do',
      text: `${field.labels[0]?.textContent.trim()}: ${option.text.trim()}`,
      isOneOfMany: true,
      run() {
        field.value = option.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
    })));
}

function always() {
  return [
    ...[...document.querySelectorAll('[data-theme-choice] button[aria-pressed="false"]')].map(button => ({
      group: 'Helpdesk', text: `Theme: ${textOf(button)}`, also: 'colours mode appearance', run: () => button.click(),
    })),
    { group: 'Helpdesk', text: 'Keyboard shortcuts', also: 'help keys', keys: shown(['?']), run: openHelp },
    ...[...document.querySelectorAll('.foot a')].map(link => ({ group: 'Helpdesk', text: textOf(link), url: link.getAttribute('href') })),
    ...[...document.querySelectorAll('[data-sign-out] button')].map(button => ({ group: 'Helpdesk', text: textOf(button), also: 'log out leave', run: () => button.click() })),
  ];
}

const textOf = element => element.textContent.trim().replace(/\s+/g, ' ');

const shown = chord => (areOff() ? undefined : chord);
