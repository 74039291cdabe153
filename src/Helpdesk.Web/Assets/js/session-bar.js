// Two minutes before the session ends it says so. One press goes on, as long as the session may live at all.
import { readPage } from './read-page.js';

const warning = 120_000;
let bar;
let timer;

export function listen() {
  const ends = endOf(document);
  if (!ends) {
    return;
  }

  bar = document.createElement('div');
  bar.className = 'top-bar session-bar';
  bar.setAttribute('role', 'alert');
  bar.hidden = true;
  document.querySelector('.top')?.after(bar);
  wait(ends);
}

const endOf = page => Date.parse(page.body.dataset.sessionEnds ?? '');

// Timers stop while a laptop sleeps: the clock is asked anew when somebody comes back.
function wait(ends) {
  const look = () => {
    clearTimeout(timer);
    const left = ends - Date.now();
    if (left > warning) {
      bar.hidden = true;
      timer = setTimeout(look, Math.min(left - warning, 2 ** 31 - 1));
    } else if (bar.hidden) {
      show();
    }
  };
  document.onvisibilitychange = look;
  look();
}

function show() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link-button';
  button.textContent = 'Stay signed in';
  button.addEventListener('click', stay);
  bar.replaceChildren('You will be signed out in 2 minutes. Your texts are kept. ', button);
  bar.hidden = false;
}

async function stay() {
  try {
    const { page } = await readPage('/account/devices');
    const ends = endOf(page);
    if (ends - Date.now() > warning) {
      wait(ends);
      return;
    }
  } catch {
    // The network is away; the bar stays, and so does the button.
    return;
  }

  bar.replaceChildren('This session cannot be made longer. Your texts are kept; sign in again to go on.');
}
