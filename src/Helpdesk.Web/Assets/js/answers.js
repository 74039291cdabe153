// What may help, while the subject of a new ticket is typed. It never takes the focus, a late answer never takes the place of a
// newer one, and an answer opens beside the form, which keeps what was typed.
import { within } from './start.js';

const pause = 200;
const tellAfter = 1_000;
const shortest = 3;

export function listen() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[data-answer]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open(link);
    }
  });
}

export function start(root) {
  within(root, '[data-answers]').forEach(follow);
}

function follow(region) {
  const field = document.getElementById(region.dataset.answersField);
  const found = region.querySelector('[data-answers-found]');
  const told = region.querySelector('[data-answers-told]');
  let timer, telling, asked;

  async function look() {
    const words = field.value.trim();
    const mine = new AbortController();
    asked = mine;
    if (words.length < shortest) {
      show('');
      return;
    }

    try {
      const answer = await fetch(`${region.dataset.answers}?q=${encodeURIComponent(words)}`, { signal: mine.signal });
      const html = answer.ok && !answer.redirected ? await answer.text() : '';
      if (!mine.signal.aborted) {
        show(html);
      }
    } catch {
      // Filing a ticket must not wait for what may help.
    }
  }

  function show(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const titles = [...fresh.querySelectorAll('a[data-answer]')].map(link => link.textContent).join();
    if (titles === [...found.querySelectorAll('a[data-answer]')].map(link => link.textContent).join()) {
      return;
    }

    // Whoever has gone there to read is not to lose the place.
    if (!found.contains(document.activeElement)) {
      found.replaceChildren(...fresh.body.childNodes);
      telling = setTimeout(() => {
        const count = found.querySelectorAll('a[data-answer]').length;
        told.textContent = count === 0 ? '' : `Maybe this helps: ${count === 1 ? '1 article' : `${count} articles`}`;
      }, tellAfter);
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    clearTimeout(telling);
    asked?.abort();
    timer = setTimeout(look, pause);
  });
  if (field.value.trim() && !found.firstElementChild) {
    look();
  }
}

async function open(link) {
  let page;
  try {
    const answer = await fetch(link.href, { headers: { Accept: 'text/html' } });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    page = null;
  }

  const article = page?.querySelector('article');
  if (!article) {
    window.open(link.href, '_blank', 'noopener');
    return;
  }

  const panel = document.createElement('dialog');
  panel.className = 'answer-panel';
  panel.setAttribute('aria-labelledby', 'answer-title');
  const heading = Object.assign(document.createElement('h2'), { id: 'answer-title', textContent: article.querySelector('h1').textContent });
  article.querySelector('h1').remove();
  article.removeAttribute('aria-labelledby');
  article.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  article.querySelectorAll('.heading-link').forEach(element => element.remove());
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: 'Close' });
  close.addEventListener('click', () => panel.close());
  const solved = Object.assign(document.createElement('button'), { className: 'button primary', textContent: 'This solved it', formNoValidate: true });
  solved.setAttribute('form', link.closest('form').id);
  solved.setAttribute('formaction', link.closest('li').querySelector('button').getAttribute('formaction'));
  const foot = document.createElement('p');
  foot.className = 'actions';
  foot.append(solved, close);
  panel.append(heading, article, foot);
  panel.addEventListener('close', () => {
    panel.remove();
    link.focus();
  });
  document.body.append(panel);
  panel.showModal();
  solved.focus();
  // The button is below; what is read begins above.
  panel.scrollTop = 0;
  remember(link);
}

// What was read here and did not help goes with the ticket.
function remember(link) {
  const list = link.closest('form').querySelector('[data-read-before]');
  if (list && ![...list.children].some(field => field.value === link.dataset.answer)) {
    list.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Form.Read', value: link.dataset.answer }));
  }
}
