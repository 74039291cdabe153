// Saves a form that belongs to something already kept: to this device after a moment, to the server after a pause. When someone
// else saved in between, the server says so; nothing is overwritten and the text stays.
import { copyKey, copyWins, readCopy } from '../draft-copy.js';
import { fill, valuesOf } from '../form-values.js';
import { within } from '../start.js';

const localDelay = 300;
const serverDelay = 2_000;
const retryDelay = 20_000;
const kept = 'Not saved. Your text is kept on this device.';

const person = () => document.body.dataset.person ?? '';
const clock = () => new Intl.DateTimeFormat(document.documentElement.lang || 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format();

export function start(root) {
  for (const form of within(root, 'form[data-autosave]')) {
    keep(form);
  }
}

function keep(form) {
  const url = form.dataset.autosave;
  const key = copyKey(person(), url);
  const version = form.querySelector('[data-version]');
  const status = form.querySelector('[data-autosave-status]');
  let localTimer, serverTimer;
  let unsaved = false;
  let isOnItsWay = false;
  let isWaiting = false;
  let isStopped = false;

  function tell(text, link) {
    status.replaceChildren(text, ...(link ? [' ', link] : []));
  }

  function saveLocally(saved) {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), saved, version: version.value, fields: valuesOf(form) }));
    } catch {
      // A full or forbidden store: the server's copy has to do.
    }
  }

  /** The copy was made from an older version: it goes on as what it is, so that the server can see the difference. */
  function restore() {
    const copy = readCopy(localStorage.getItem(key));
    if (!copyWins(copy, form.dataset.savedAt)) {
      localStorage.removeItem(key);
    } else if (fill(form, copy.fields)) {
      version.value = copy.version;
      tell('Restored from this device.');
      changed();
    }
  }

  function changed() {
    unsaved = true;
    isWaiting = false;
    clearTimeout(localTimer);
    clearTimeout(serverTimer);
    localTimer = setTimeout(() => saveLocally(false), localDelay);
    if (!isStopped) {
      serverTimer = setTimeout(save, serverDelay);
    }
  }

  // One at a time: each tells the version that the next one is based on.
  async function save() {
    clearTimeout(serverTimer);
    if (!unsaved || isStopped || isOnItsWay) {
      return;
    }

    unsaved = false;
    isOnItsWay = true;
    try {
      const answer = await fetch(url, { method: 'POST', body: body(), redirect: 'error', headers: { Accept: 'application/json, application/problem+json' } });
      await read(answer);
    } catch {
      unsaved = true;
      tell(kept);
      serverTimer = setTimeout(save, retryDelay);
    } finally {
      isOnItsWay = false;
    }
    if (unsaved && !isWaiting && !isStopped) {
      clearTimeout(serverTimer);
      serverTimer = setTimeout(save, serverDelay);
    }
  }

  // The form's own key stays behind: it is there to make one sending of many, and this is sent again and again.
  function body() {
    return new URLSearchParams([...new FormData(form)].filter(([name, value]) => name !== '__key' && typeof value === 'string'));
  }

  async function read(answer) {
    if (answer.ok) {
      const { version: next, others } = await answer.json();
      version.value = next;
      tellOfOthers(others ?? '');
      saveLocally(!unsaved);
      tell(`Saved ${clock()}`);
    } else if (answer.status === 409 || answer.status === 412) {
      refused(await answer.json());
    } else if (answer.status === 400) {
      // A title that is missing for a moment: the next change tries again.
      const { errors, detail } = await answer.json();
      unsaved = true;
      isWaiting = true;
      tell(`${Object.values(errors ?? {}).flat()[0] ?? detail ?? ''} ${kept}`.trim());
    } else {
      throw new Error(String(answer.status));
    }
  }

  function tellOfOthers(sentence) {
    const place = document.querySelector('[data-writers]');
    if (place && place.textContent !== sentence) {
      place.textContent = sentence;
      place.hidden = sentence === '';
    }
  }

  function refused({ detail, mergeUrl }) {
    isStopped = true;
    unsaved = true;
    saveLocally(false);
    const link = Object.assign(document.createElement('a'), { href: mergeUrl ?? '', textContent: 'Compare and merge' });
    tell(`${detail} Your text is kept on this device.`, mergeUrl && link);
  }

  function stop() {
    isStopped = true;
    unsaved = false;
    clearTimeout(localTimer);
    clearTimeout(serverTimer);
  }

  form.addEventListener('input', changed);
  form.addEventListener('submit', event => {
    if (!event.defaultPrevented) {
      saveLocally(false);
      stop();
    }
  });
  document.addEventListener('submit', ({ target }) => {
    // What signing out takes from this device must not come back when the page goes.
    if (target.matches('[data-sign-out]')) {
      stop();
    }
  });
  addEventListener('online', save);
  addEventListener('pagehide', () => unsaved && saveLocally(false));
  restore();
}
