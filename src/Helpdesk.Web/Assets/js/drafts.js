// Nothing typed is lost: a copy on this device after a moment, on the server after a pause.
import { copyKey, copyPrefix, copyWins, readCopy } from './draft-copy.js';
import { fill, valuesOf } from './form-values.js';
import { within } from './start.js';

const localDelay = 300;
const serverDelay = 2_000;
const retryDelay = 20_000;
const tab = crypto.randomUUID();
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('drafts') : null;
const forms = new Map();

const person = () => document.body.dataset.person ?? '';
const clock = () => new Intl.DateTimeFormat(document.documentElement.lang || 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format();

export function listen() {
  addEventListener('pagehide', () => forms.forEach(draft => draft.leave()));
  addEventListener('online', () => forms.forEach(draft => draft.saveNow()));
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.matches('[data-sign-out]')) {
      forms.forEach(draft => draft.stop());
      forget(() => true);
    } else if (form.matches('[data-draft-discard]')) {
      forms.forEach(draft => draft.url === form.dataset.draftDiscard && draft.stop());
      localStorage.removeItem(copyKey(person(), form.dataset.draftDiscard));
    } else if (!event.defaultPrevented) {
      forms.get(form)?.stop();
    }
  });
  tabs?.addEventListener('message', ({ data }) => {
    const draft = [...forms.values()].find(({ url }) => url === data.url);
    if (!draft || data.tab === tab) {
      return;
    }

    draft.tell('This draft is open in another tab');
    if (data.hello) {
      tabs.postMessage({ url: data.url, tab });
    }
  });

  // Another person's copies have no place in front of this one.
  if (person()) {
    forget(key => !key.startsWith(copyKey(person(), '')));
  }
}

export function start(root) {
  for (const sent of within(root, '[data-draft-sent]')) {
    sent.dataset.draftSent.split(' ').forEach(url => localStorage.removeItem(copyKey(person(), url)));
  }

  forms.forEach((draft, form) => form.isConnected || forms.delete(form));
  for (const form of within(root, 'form[data-draft]')) {
    if (!forms.has(form)) {
      forms.set(form, keep(form));
    }
  }
}

function forget(which) {
  Object.keys(localStorage).filter(key => key.startsWith(copyPrefix) && which(key)).forEach(key => localStorage.removeItem(key));
}

function keep(form) {
  const url = form.dataset.draft;
  const key = copyKey(person(), url);
  const status = form.querySelector('[data-draft-status]');
  let localTimer, serverTimer, request;
  let unsaved = false;
  let stopped = false;

  const tell = text => status && (status.textContent = text);

  function restore() {
    const copy = readCopy(localStorage.getItem(key));
    if (!copyWins(copy, form.dataset.draftAt)) {
      localStorage.removeItem(key);
      return;
    }

    const changed = fill(form, copy.fields);
    form.dispatchEvent(new CustomEvent('restored', { detail: copy.fields }));
    if (changed) {
      tell('Restored from this device');
      unsaved = true;
      serverTimer = setTimeout(saveNow, serverDelay);
    }
  }

  function saveLocally(saved) {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), saved, fields: valuesOf(form) }));
    } catch {
      // A full or forbidden store: the server's copy has to do.
    }
  }

  function body() {
    // The form's own key stays behind: it is there to make one sending of many, and drafts are saved again and again.
    const entries = [...new FormData(form)].filter(([name, value]) => name !== '__key' && typeof value === 'string');
    return new URLSearchParams(entries);
  }

  async function saveNow() {
    clearTimeout(serverTimer);
    if (!unsaved || stopped) {
      return;
    }

    request?.abort();
    request = new AbortController();
    unsaved = false;
    try {
      const answer = await fetch(url, { method: 'POST', body: body(), signal: request.signal, redirect: 'error' });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      if (!unsaved) {
        saveLocally(true);
      }

      tell(`Draft saved ${clock()}`);
    } catch (error) {
      if (error.name !== 'AbortError' && !stopped) {
        unsaved = true;
        tell('Kept on this device');
        serverTimer = setTimeout(saveNow, retryDelay);
      }
    }
  }

  // An autosave that arrives after the text was sent would bring the draft back.
  function stop() {
    stopped = true;
    clearTimeout(localTimer);
    clearTimeout(serverTimer);
    request?.abort();
  }

  form.addEventListener('input', () => {
    unsaved = true;
    stopped = false;
    clearTimeout(localTimer);
    clearTimeout(serverTimer);
    localTimer = setTimeout(() => saveLocally(false), localDelay);
    serverTimer = setTimeout(saveNow, serverDelay);
  });
  form.addEventListener('submit', event => {
    if (!event.defaultPrevented && 'sending' in form.dataset === false) {
      saveLocally(false);
    }
  });

  restore();
  tabs?.postMessage({ url, tab, hello: true });

  return {
    url,
    tell,
    saveNow,
    stop,
    leave() {
      if (unsaved && !stopped) {
        saveLocally(false);
        fetch(url, { method: 'POST', body: body(), keepalive: true }).catch(() => {});
      }
    },
  };
}
