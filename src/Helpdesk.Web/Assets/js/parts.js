// A part of a form that depends on other fields of it: the server draws it anew when one of them changes. What was typed in
// it stays, also when a choice is taken back.
import { fill, valuesOf } from './form-values.js';
import { within } from './start.js';

const pause = 200;

export function start(root) {
  within(root, '[data-part]').forEach(follow);
}

function follow(part) {
  const form = part.closest('form') ?? document.getElementById(part.dataset.partForm);
  const names = part.dataset.partOf.split(' ');
  const here = part.querySelector('[data-part-here]');
  const told = part.querySelector('[data-part-told]');
  const typed = {};
  let timer, asked;

  async function draw() {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    const query = new URLSearchParams([...new FormData(form)].filter(([name]) => names.includes(name)).map(([name, value]) => [name.split('.').pop(), value]));
    try {
      const answer = await fetch(`${part.dataset.part}?${query}`, { signal });
      if (!answer.ok || answer.redirected) {
        return;
      }

      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      Object.assign(typed, valuesOf(form));
      here.replaceChildren(...fresh.body.childNodes);
      fill(form, typed);
      const count = here.querySelectorAll('.field').length;
      if (told) {
        told.textContent = count === 0 ? '' : count === 1 ? '1 more field' : `${count} more fields`;
      }
    } catch (error) {
      // Without it the form asks when it is sent.
      if (error.name !== 'AbortError' && !(error instanceof TypeError)) {
        throw error;
      }
    }
  }

  form.addEventListener('input', event => {
    if (names.includes(event.target.name)) {
      clearTimeout(timer);
      timer = setTimeout(draw, pause);
    }
  });
  // A draft of this device brings values for fields that are not there yet.
  form.addEventListener('restored', ({ detail }) => {
    Object.assign(typed, detail);
    draw();
  });
}
