// Asks where a link leads: to an article found by its words, or to an address.
import { made } from '../made.js';
import { field, openDialog } from './dialog.js';
import { addressOf } from './link-address.js';

const pause = 150;

export function askForLink({ url, href = '', onChoose, onRemove, onClose }) {
  const words = made('input', { className: 'input', type: 'search', autocomplete: 'off', maxLength: 200 });
  const address = made('input', { className: 'input', type: 'text', inputMode: 'url', autocomplete: 'off', spellcheck: false, maxLength: 2_048, value: href });
  const found = made('ul', { className: 'link-choices' });
  const news = made('p', { className: 'hint', ariaLive: 'polite' });
  const remove = made('button', { className: 'button danger', type: 'button' }, 'Remove link');

  const dialog = openDialog(href ? 'Change link' : 'Add link', {
    content: [field('Find an article', words), news, found, field('Or an address', address, 'For example https://example.com')],
    submit: href ? 'Change link' : 'Add link',
    actions: onRemove ? [remove] : [],
    onSubmit(control) {
      const wanted = addressOf(address.value);
      if (wanted) {
        choose(wanted, '');
      } else {
        control.say('Enter an address like https://example.com, or choose an article.', address);
      }
    },
    onClose,
  });

  function choose(wanted, title) {
    dialog.close();
    onChoose(wanted, title);
  }

  remove.addEventListener('click', () => {
    dialog.close();
    onRemove();
  });
  searchAsTyped(words, found, news, url, choose);
}

function searchAsTyped(words, found, news, url, choose) {
  let timer, asked;
  words.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      found.querySelector('button')?.click();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      found.querySelector('button')?.focus();
    }
  });
  found.addEventListener('keydown', event => {
    const buttons = [...found.querySelectorAll('button')];
    const next = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (next) {
      event.preventDefault();
      (buttons[buttons.indexOf(event.target) + next] ?? (next < 0 ? words : event.target)).focus();
    }
  });
  words.addEventListener('input', () => {
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(look, pause);
  });

  async function look() {
    const wanted = words.value.trim();
    if (wanted === '') {
      show([], '');
      return;
    }

    // An answer that was overtaken never shows.
    asked = new AbortController();
    try {
      const answer = await fetch(url + encodeURIComponent(wanted), { signal: asked.signal, headers: { Accept: 'application/json' } });
      const articles = answer.ok ? await answer.json() : Promise.reject(new Error(String(answer.status)));
      show(await articles, (await articles).length === 0 ? `Nothing found for “${wanted}”.` : '');
    } catch (error) {
      if (error.name !== 'AbortError') {
        show([], 'The search did not answer. Enter an address instead, or try again.');
      }
    }
  }

  function show(articles, sentence) {
    found.replaceChildren(...articles.map(({ title, url: wanted }) => {
      const button = made('button', { type: 'button' }, title);
      button.addEventListener('click', () => choose(wanted, title));
      return made('li', {}, button);
    }));
    news.textContent = sentence || (articles.length === 0 ? '' : articles.length === 1 ? '1 article found.' : `${articles.length} articles found.`);
  }
}
