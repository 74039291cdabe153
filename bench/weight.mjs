// What a first visit loads and how much there is on a page, in Chromium: node bench/weight.mjs <url> <cookie> <ticket> <long ticket> <item>
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { goal, pause } from './client.mjs';

const [url, cookie, ticket, longTicket, item] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'));
const chromium = spawn(process.env.CHROMIUM ?? 'chromium', [
  '--headless=new', '--remote-debugging-pipe', `--user-data-dir=${profile}`, '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--window-size=1280,800', 'about:blank',
], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });

// The browser's own protocol, over pipes: messages end with a zero.
const waiting = new Map();
const listeners = new Set();
let lastId = 0;
let unread = '';
chromium.stdio[4].setEncoding('utf8').on('data', text => {
  const messages = (unread + text).split('\0');
  unread = messages.pop();
  for (const message of messages.map(line => JSON.parse(line))) {
    if (message.id) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      message.error ? reject(new Error(message.error.message)) : resolve(message.result);
    } else {
      listeners.forEach(listener => listener(message));
    }
  }
});

const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
  waiting.set(++lastId, { resolve, reject });
  chromium.stdio[3].write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
});

async function visit(path) {
  const { browserContextId } = await send('Target.createBrowserContext');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const tell = (method, params) => send(method, params, sessionId);
  const requests = new Map();
  let loaded = false;
  const listener = ({ method, params, sessionId: of }) => {
    if (of !== sessionId) {
      return;
    }
    loaded ||= method === 'Page.loadEventFired';
    if (method === 'Network.requestWillBeSent') {
      requests.set(params.requestId, { url: params.request.url, type: params.type, bytes: 0 });
    } else if (method === 'Network.loadingFinished') {
      requests.get(params.requestId).bytes = params.encodedDataLength;
    }
  };
  listeners.add(listener);
  await tell('Network.enable');
  await tell('Page.enable');
  const [name, ...value] = cookie.split('=');
  await tell('Network.setCookie', { name, value: value.join('='), url });
  await tell('Page.navigate', { url: url + path });
  for (let waited = 0; waited < 10_000 && !loaded; waited += 50) {
    await pause(50);
  }
  // What scripts fetch once the page is there.
  await pause(1_500);
  const { result } = await tell('Runtime.evaluate', { expression: 'JSON.stringify([document.querySelectorAll("*").length, document.title, document.querySelectorAll("main tbody tr").length])', returnByValue: true });
  listeners.delete(listener);
  await send('Target.disposeBrowserContext', { browserContextId });
  const [nodes, title, rows] = JSON.parse(result.value);
  const all = [...requests.values()];
  // The application sends pages as they are, and its other files compressed; a proxy in front compresses the pages too.
  const text = await (await fetch(url + path, { headers: { Cookie: cookie } })).arrayBuffer();
  const weigh = chosen => chosen.reduce((sum, request) => sum + request.bytes, 0) / 1_024;
  return {
    title,
    nodes,
    rows,
    count: all.length,
    total: weigh(all),
    page: weigh(all.filter(request => request.type === 'Document')),
    saved: (text.byteLength - gzipSync(Buffer.from(text)).length) / 1_024,
    script: weigh(all.filter(request => request.type === 'Script')),
    style: weigh(all.filter(request => request.type === 'Stylesheet')),
    strangers: all.filter(request => !request.url.startsWith(`${url}/`) && !request.url.startsWith('data:')).length,
  };
}

try {
  console.log('| first visit, KB over the wire | requests | all | page itself | script | style | all, the page compressed | to third parties | elements |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, path, rows, heaviest, nodes] of [
    ['queue page, 50 rows', '/queue?view=open', 50, 130, 1_500],
    ['ticket page', `/t/${ticket}`, 0, 150, 4_000],
    ['ticket page, 500 messages', `/t/${longTicket}`, 0, 150, 4_000],
    ['article page', `/kb/${item}`, 0, 90, 4_000],
  ]) {
    const seen = await visit(path);
    if (seen.rows < rows) {
      throw new Error(`${path} (“${seen.title}”) has ${seen.rows} rows.`);
    }
    console.log(`| ${name} (“${seen.title}”) | ${seen.count} | ${seen.total.toFixed(0)} | ${seen.page.toFixed(0)} | ${seen.script.toFixed(0)} | ${seen.style.toFixed(0)} | ${(seen.total - seen.saved).toFixed(0)} | ${seen.strangers} | ${seen.nodes} |`);
    goal(`${name}: first visit, compressed`, seen.total - seen.saved, heaviest, 'KB');
    goal(`${name}: script`, seen.script, 70, 'KB');
    goal(`${name}: requests to third parties`, seen.strangers, 0, '');
    goal(`${name}: elements`, seen.nodes, nodes, '');
  }
} finally {
  const gone = new Promise(resolve => chromium.once('exit', resolve));
  chromium.kill();
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
