// Work in the background shows how far it has come, until it is done.
const pause = 1_000;

export function start(root) {
  if (root.querySelector('[data-poll]')) {
    setTimeout(look, pause);
  }
}

async function look() {
  const shown = document.querySelector('[data-poll]');
  if (!shown) {
    return;
  }

  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById(shown.id);
    if (answer.ok && fresh) {
      document.title = page.title;
      shown.replaceWith(fresh);
    }
  } catch {
    // The next look tells.
  }

  setTimeout(look, pause);
}
