// Files of a composer go up while its writer goes on: several at once, with their progress in numbers, to be cancelled and tried
// again. Without it the same field sends them with the form.
import { within } from './start.js';

const fields = new WeakMap();

export function listen() {
  // Before whatever else looks at a form that is sent.
  document.addEventListener('submit', event => fields.get(event.target.querySelector('[data-files]'))?.onSubmit(event), true);
  for (const kind of ['dragover', 'drop']) {
    document.addEventListener(kind, event => {
      const field = fieldAround(event.target);
      if (field && [...event.dataTransfer.types].includes('Files')) {
        event.preventDefault();
        if (kind === 'drop') {
          field.add([...event.dataTransfer.files]);
        }
      }
    });
  }

  document.addEventListener('paste', event => {
    const files = [...event.clipboardData.files];
    const field = files.length > 0 && fieldAround(event.target);
    if (field) {
      event.preventDefault();
      field.add(files);
    }
  });
}

export function start(root) {
  for (const element of within(root, '[data-files]')) {
    if (!fields.has(element)) {
      fields.set(element, keep(element));
    }
  }
}

function fieldAround(target) {
  return fields.get(target.closest?.('form')?.querySelector('[data-files]'));
}

function keep(element) {
  const form = element.closest('form');
  const list = element.querySelector('[data-attached]');
  const input = element.querySelector('input[type=file]');
  const progress = element.querySelector('[data-files-progress]');
  const uploads = new Set();
  let together = [];
  let waiting = null;

  element.querySelectorAll('[data-attached-file]').forEach(withButton);
  input.addEventListener('change', () => {
    add([...input.files]);
    input.value = '';
  });

  function add(files) {
    files.forEach(file => send(file, list.appendChild(document.createElement('li'))));
  }

  function send(file, line) {
    const upload = { part: 0 };
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    body.append('file', file, file.name || 'file');
    request.open('POST', element.dataset.files);
    request.upload.addEventListener('progress', event => {
      upload.part = event.loaded / event.total;
      tell();
    });
    request.addEventListener('load', () => end(() => (request.status === 200 ? arrived(line, request.responseText) : failed(line, file, reasonOf(request, file)))));
    request.addEventListener('error', () => end(() => failed(line, file, `${file.name} was not sent.`)));

    const end = then => {
      uploads.delete(upload);
      upload.isDone = true;
      then();
      tell();
    };
    line.className = 'attached-file';
    line.replaceChildren(
      text(file.name),
      button('Cancel', file.name, () => {
        request.abort();
        end(() => line.remove());
        input.focus();
      }));
    together = uploads.size === 0 ? [upload] : [...together, upload];
    uploads.add(upload);
    request.send(body);
    tell();
  }

  function tell() {
    const done = together.filter(upload => upload.isDone).length;
    const part = together.reduce((sum, upload) => sum + (upload.isDone ? 1 : upload.part), 0) / together.length;
    progress.textContent = uploads.size === 0 ? '' : `Uploading ${done + 1} of ${together.length}, ${Math.floor(part * 100)} %`;
    if (uploads.size === 0 && waiting) {
      const { submitter } = waiting;
      waiting = null;
      if (!list.querySelector('.error')) {
        form.requestSubmit(submitter);
      }
    }
  }

  function arrived(line, html) {
    const [fresh] = new DOMParser().parseFromString(html, 'text/html').body.children;
    line.replaceWith(fresh);
    withButton(fresh);
    changed();
  }

  function failed(line, file, reason) {
    const message = text(reason);
    message.className = 'error';
    message.setAttribute('role', 'alert');
    line.replaceChildren(
      message,
      button('Retry', file.name, () => send(file, line)),
      button('Remove', file.name, () => line.remove()));
  }

  // The box stays in the form and says what is attached; a button takes it off.
  function withButton(line) {
    line.append(button('Remove', line.querySelector('label').textContent.trim(), () => {
      line.remove();
      changed();
      input.focus();
    }));
  }

  // For the draft, which keeps the names of the files.
  function changed() {
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  return {
    add,
    onSubmit(event) {
      if (uploads.size > 0) {
        event.preventDefault();
        event.stopPropagation();
        waiting = { submitter: event.submitter };
      }
    },
  };
}

function reasonOf(request, file) {
  const isOurs = request.getResponseHeader('Content-Type')?.startsWith('text/plain');
  return isOurs ? request.responseText : request.status === 413 ? `${file.name} is too big.` : `${file.name} was not sent.`;
}

function text(content) {
  const element = document.createElement('span');
  element.textContent = content;
  return element;
}

function button(label, name, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button quiet';
  element.textContent = label;
  const of = document.createElement('span');
  of.className = 'visually-hidden';
  of.textContent = ` ${name}`;
  element.append(of);
  element.addEventListener('click', act);
  return element;
}
