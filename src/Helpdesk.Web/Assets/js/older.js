// Older messages come into the page where the link stood, and what was being read stays under the eye.
export function listen() {
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[data-older]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }

    event.preventDefault();
    link.textContent = 'Loading…';
    try {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('conversation');
      if (!answer.ok || !fresh) {
        throw new Error(String(answer.status));
      }

      const list = link.closest('#conversation');
      const shown = new Set([...list.querySelectorAll('article[id]')].map(({ id }) => id));
      const older = [];
      for (const item of [...fresh.children]) {
        if (shown.has(item.querySelector('article[id]')?.id)) {
          break;
        }

        older.push(document.adoptNode(item));
      }

      const place = link.closest('li');
      const below = place.nextElementSibling;
      const top = below?.getBoundingClientRect().top ?? 0;
      const first = older.find(item => item.querySelector('article'))?.querySelector('h2, h3');
      place.replaceWith(...older);
      if (below) {
        scrollBy(0, below.getBoundingClientRect().top - top);
      }

      first?.setAttribute('tabindex', '-1');
      first?.focus({ preventScroll: true });
    } catch {
      location.assign(link.href);
    }
  });
}
