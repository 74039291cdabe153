// Buttons that ask for a passkey and send what it answered with their form. Where a browser cannot, they stay hidden.
const cancelled = 'No passkey was used. Try again, or go another way.';
let waiting;

export function start(root) {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    return;
  }

  for (const button of root.querySelectorAll('[data-passkey]')) {
    button.hidden = false;
    button.form.addEventListener('submit', event => {
      if (event.submitter === button && !fieldOf(button, 'Credential').value) {
        event.preventDefault();
        use(button);
      }
    });
    if (button.dataset.optionsUrl) {
      offer(button);
    }
  }
}

const fieldOf = (button, name) => button.form.elements[`Passkey.${name}`];

// Passkeys where the browser offers addresses; a press on the button ends that quietly.
async function offer(button) {
  if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    return;
  }

  waiting = new AbortController();
  const { signal } = waiting;
  try {
    const question = await questionOf(button);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question.options);
    send(button, question, await navigator.credentials.get({ publicKey, mediation: 'conditional', signal }));
  } catch {
    // Nobody chose one.
  }
}

async function use(button) {
  waiting?.abort();
  const status = button.form.querySelector('[data-passkey-status]');
  status.textContent = '';
  button.setAttribute('aria-busy', 'true');
  try {
    const question = await questionOf(button);
    send(button, question, button.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question.options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question.options) }));
  } catch (error) {
    status.textContent = error.name === 'InvalidStateError' ? 'This device has a passkey for you already.' : cancelled;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

// A sign-in page may be open for hours and a question is good for minutes: there it is asked for when it is needed.
async function questionOf(button) {
  if (!button.dataset.optionsUrl) {
    return { options: JSON.parse(button.dataset.options), state: fieldOf(button, 'State').value };
  }

  const answer = await fetch(button.dataset.optionsUrl, { method: 'POST' });
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }

  return answer.json();
}

function send(button, question, credential) {
  fieldOf(button, 'State').value = question.state;
  fieldOf(button, 'Credential').value = JSON.stringify(credential);
  button.form.requestSubmit(button);
}
