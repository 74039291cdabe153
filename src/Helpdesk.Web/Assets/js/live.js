// One stream of events for a page, while it can be seen: a browser has few connections for a site, and hidden tabs would take them all.
// Where no stream gets through, the page asks for the same news every few seconds.
const patience = 5_000;
const silence = 45_000;
const askEvery = 15_000;
const beginAnew = 30_000;

const heard = new Map();
const told = new Map();
let since = document.body.dataset.at;
let stream;
let wasOpen = false;
let isLost = false;
let watch;
let polling;
let asked;
let bar;

/** Calls tell(data) for each event of the name; "again" comes when the page may have missed something. */
export function hear(name, tell) {
  heard.set(name, [...(heard.get(name) ?? []), tell]);
  if (heard.size === 1) {
    document.addEventListener('visibilitychange', follow);
    addEventListener('pagehide', close);
    addEventListener('pageshow', follow);
    follow();
  } else if (stream) {
    listenTo(name);
  }
}

/** Asks for what changed since the last time; true when there was an answer. Many who want it at once ask once. */
export function ask() {
  asked ??= look().finally(() => {
    asked = undefined;
  });
  return asked;
}

function follow() {
  if (document.hidden) {
    close();
  } else if (!stream) {
    open();
  }
}

function open() {
  stream = new EventSource('/events');
  for (const name of heard.keys()) {
    listenTo(name);
  }
  stream.addEventListener('hello', begin);
  stream.addEventListener('resync', begin);
  stream.addEventListener('beat', alive);
  stream.addEventListener('error', doubt);
  doubt();
}

function close() {
  stream?.close();
  stream = undefined;
  settle();
}

// Between the page and its stream, and between two streams, something may have happened.
function begin() {
  alive();
  if (wasOpen) {
    say('again');
  }
  if (wasOpen || heard.has('ticket')) {
    ask();
  }
  wasOpen = true;
}

function alive() {
  settle();
  watch = setTimeout(lose, silence);
}

function doubt() {
  if (!isLost) {
    isLost = true;
    clearTimeout(watch);
    watch = setTimeout(lose, patience);
  }
}

function settle() {
  isLost = false;
  clearTimeout(watch);
  clearInterval(polling);
  polling = undefined;
  show(false);
}

function lose() {
  isLost = true;
  poll();
  let rounds = 0;
  polling = setInterval(() => {
    rounds += 1;
    poll();
    // The browser tries again by itself after a broken line, not after a refusal, and not on a line that only holds its tongue.
    if (rounds % (beginAnew / askEvery) === 0 && stream && stream.readyState !== EventSource.CONNECTING) {
      stream.close();
      open();
    }
  }, askEvery);
}

async function poll() {
  const answered = await ask();
  show(isLost && !answered && navigator.onLine);
}

async function look() {
  try {
    const answer = await fetch(`/tickets/changes?since=${encodeURIComponent(since)}`, { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (!answer.ok) {
      return false;
    }

    const news = await answer.json();
    // What was there when the page was made is no news.
    since = Date.parse(news.next) > Date.parse(since) ? news.next : since;
    say('notifications', news.unread);
    say('counts', news.counts);
    say('present', news.present);
    for (const { id, at, own } of news.tickets.reverse()) {
      say('ticket', `${id} ${at}${own ? ' own' : ''}`);
    }
    return true;
  } catch {
    return false;
  }
}

function listenTo(name) {
  stream.addEventListener(name, event => {
    alive();
    say(name, event.data);
  });
}

function say(name, data) {
  if (name === 'ticket' && isKnown(data)) {
    return;
  }

  for (const tell of heard.get(name) ?? []) {
    tell(data);
  }
}

// The stream and an answer may tell the same.
function isKnown(data) {
  const [id, at] = data.split(' ');
  const isOld = Number(at) <= (told.get(id) ?? 0);
  if (!isOld) {
    told.set(id, Number(at));
  }
  return isOld;
}

function show(isPaused) {
  if (isPaused && !bar) {
    bar = document.createElement('div');
    bar.className = 'top-bar';
    bar.setAttribute('role', 'status');
    document.querySelector('.top')?.after(bar);
  }
  if (bar) {
    bar.hidden = !isPaused;
    bar.textContent = isPaused ? 'Live updates paused. Reconnecting…' : '';
  }
}
