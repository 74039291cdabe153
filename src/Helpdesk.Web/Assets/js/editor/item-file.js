// A video, a document or captions go up while their writer goes on: with their progress in numbers, to be cancelled and tried
// again. Without this, and where it fails, the same field sends the file with the form.
import { made } from '../made.js';
import { within } from '../start.js';

const unsaid = 'was not sent. Try again, or save: then it goes with the form.';
const fields = new WeakMap();

export function listen() {
  // Before whatever else looks at a form that is sent.
  document.addEventListener('submit', event => within(event.target, '[data-item-file]').forEach(box => fields.get(box)?.onSubmit(event)), true);
}

export function start(root) {
  for (const box of within(root, '[data-item-file]')) {
    if (!fields.has(box)) {
      fields.set(box, keep(box));
    }
  }
}

function keep(box) {
  const input = box.querySelector('input[type=file]');
  const { form } = input;
  const told = made('p', { className: 'hint', ariaLive: 'polite' });
  box.append(told);
  let request = null;
  let waiting = null;

  input.addEventListener('change', begin);
  for (const kind of ['dragover', 'drop']) {
    box.addEventListener(kind, event => {
      if ([...event.dataTransfer.types].includes('Files')) {
        event.preventDefault();
        if (kind === 'drop' && event.dataTransfer.files.length === 1) {
          input.files = event.dataTransfer.files;
          begin();
        }
      }
    });
  }

  async function begin() {
    const [file] = input.files;
    request?.abort();
    request = null;
    tell();
    if (!file) {
      return;
    }

    const mine = (request = new XMLHttpRequest());
    tellAloud(`Uploading ${file.name}, 0 %`, button('Cancel', cancel));
    try {
      const offer = await offered(file);
      if (request === mine) {
        await put(offer, file, mine);
        arrived(file, offer.attachmentId);
      }
    } catch (error) {
      if (request === mine) {
        failed(file, error.message);
      }
    }
  }

  async function offered({ name, type, size }) {
    const body = new URLSearchParams({
      __RequestVerificationToken: form.elements.__RequestVerificationToken.value,
      'Form.Kind': box.dataset.itemFile,
      'Form.Filename': name,
      'Form.ContentType': type,
      'Form.Size': size,
    });
    const answer = await fetch(box.dataset.offer, { method: 'POST', body, redirect: 'error', headers: { Accept: 'application/json, application/problem+json' } })
      .catch(() => null);
    const read = await answer?.json().catch(() => null);
    if (!answer?.ok) {
      throw new Error(Object.values(read?.errors ?? {}).flat()[0] ?? read?.detail ?? `${name} ${unsaid}`);
    }
    return read;
  }

  // An upload that was cancelled is never done.
  function put({ uploadUrl, headers }, file, mine) {
    return new Promise((resolve, reject) => {
      const fail = () => reject(new Error(`${file.name} ${unsaid}`));
      mine.open('PUT', uploadUrl);
      Object.entries(headers).forEach(([name, value]) => mine.setRequestHeader(name, value));
      mine.upload.addEventListener('progress', ({ loaded, total }) => {
        // Its beginning and its end are read aloud, not each step between them.
        told.ariaLive = 'off';
        tell(`Uploading ${file.name}, ${Math.floor((100 * loaded) / total)} %`, told.querySelector('button'));
      });
      mine.addEventListener('error', fail);
      mine.addEventListener('load', () => (mine.status >= 200 && mine.status < 300 ? resolve() : fail()));
      mine.send(file);
    });
  }

  function arrived(file, id) {
    request = null;
    form.elements[box.dataset.into].value = id;
    input.value = '';
    tellAloud(`${file.name} is uploaded. Save to keep it.`);
    form.dispatchEvent(new Event('input', { bubbles: true }));
    if (waiting) {
      const { submitter } = waiting;
      waiting = null;
      form.requestSubmit(submitter);
    }
  }

  function failed(file, reason) {
    request = null;
    waiting = null;
    tellAloud(made('span', { className: 'error' }, reason), button('Retry', begin));
  }

  function cancel() {
    request?.abort();
    request = null;
    waiting = null;
    input.value = '';
    tell();
    input.focus();
  }

  function tellAloud(...what) {
    told.ariaLive = 'polite';
    tell(...what);
  }

  function tell(...what) {
    told.replaceChildren(...what.flatMap(part => [part, ' ']));
  }

  return {
    onSubmit(event) {
      if (request) {
        event.preventDefault();
        event.stopPropagation();
        waiting = { submitter: event.submitter };
      }
    },
  };
}

function button(label, act) {
  const element = made('button', { type: 'button', className: 'button quiet' }, label);
  element.addEventListener('click', act);
  return element;
}
