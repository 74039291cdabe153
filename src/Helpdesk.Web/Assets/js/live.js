// One stream of events for a page, while it can be seen: a browser has few connections for a site, and hidden tabs would take them all.
let stream;
let wasOpen = false;
const heard = new Map();

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
  stream.addEventListener('resync', () => say('again'));
  if (wasOpen) {
    say('again');
  }
  wasOpen = true;
}

function close() {
  stream?.close();
  stream = undefined;
}

function listenTo(name) {
  stream.addEventListener(name, event => say(name, event.data));
}

function say(name, data) {
  for (const tell of heard.get(name) ?? []) {
    tell(data);
  }
}
