// Articles for the ticket that is open: behind "/" in a composer, and beside the conversation.
import { within } from './start.js';

const json = async url => {
  const answer = await fetch(url, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : Promise.reject(answer.status);
};

/** What the menu of a composer offers for these words: Enter inserts the link, Shift and Enter the text. */
export async function articlesFor(form, words) {
  const url = form.dataset.insertions.replace('insertions', 'articles');
  const found = await json(`${url}?handler=offers&q=${encodeURIComponent(words)}`);
  return found.map(({ id, title, link }) => ({
    name: title,
    hint: 'Article · Shift+Enter for its text',
    text: link,
    whole: async () => (await json(`${url}?handler=text&article=${id}`)).text,
  }));
}

// Nobody waits for them, so they are asked for when their place comes into sight.
const seen = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) {
      seen.unobserve(target);
      json(target.dataset.articles).then(found => fill(target.querySelector('ul'), found.slice(0, 3)), () => {});
    }
  }
});

export function start(root) {
  within(root, '[data-articles]').forEach(box => seen.observe(box));
}

function fill(list, articles) {
  list.replaceChildren(...articles.map(({ title, url }) => {
    const [row, link] = [document.createElement('li'), document.createElement('a')];
    link.href = new URL(url).pathname;
    link.textContent = title;
    row.append(link);
    return row;
  }));
  list.hidden = articles.length === 0;
}
