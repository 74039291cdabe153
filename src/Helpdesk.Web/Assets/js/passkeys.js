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
      if (event.submitter === button && !credentialOf(button).value) {
        event.preventDefault();
        use(button);
      }
    });
    if ('passkeyAutofill' in button.dataset) {
      offer(button);
    }
  }
}

const credentialOf = button => button.form.elements['Passkey.Credential'];

// Passkeys where the browser offers addresses; a press on the button ends that quietly.
async function offer(button) {
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) {
    waiting = new AbortController();
    const mine = waiting;
    try {
      send(button, await navigator.credentials.get({ publicKey: request(button), mediation: 'conditional', signal: mine.signal }));
    } catch {
      // Nobody chose one.
    }
  }
}

async function use(button) {
  waiting?.abort();
  const status = button.form.querySelector('[data-passkey-status]');
  status.textContent = '';
  button.setAttribute('aria-busy', 'true');
  try {
    send(button, button.dataset.passkey === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(button.dataset.options)) })
      : await navigator.credentials.get({ publicKey: request(button) }));
  } catch (error) {
    status.textContent = error.name === 'InvalidStateError' ? 'This device has a passkey for you already.' : cancelled;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

const request = button => PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(button.dataset.options));

function send(button, credential) {
  credentialOf(button).value = JSON.stringify(credential);
  button.form.requestSubmit(button);
}
