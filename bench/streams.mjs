// What many open pages that listen cost, and how soon they hear: node bench/streams.mjs <url> <process id> <bearer> [streams]
import http from 'node:http';
import { clearPeak, goal, memory, pause, percentile, signIn } from './client.mjs';

const [url, pid, bearer, count = '2000'] = process.argv.slice(2);
const wanted = Number(count);
// As many as one session may have open.
const perSession = 8;
const rounds = 5;

const cookies = [];
while (cookies.length * perSession < wanted) {
  cookies.push(await signIn(url));
}
await pause(2_000);
const before = memory(pid);
clearPeak(pid);

let heard = [];
let broken = 0;

const open = cookie => new Promise((resolve, reject) => {
  const request = http.get(`${url}/events`, { agent: false, headers: { Cookie: cookie, Accept: 'text/event-stream' } }, answer => {
    if (answer.statusCode !== 200) {
      reject(new Error(`/events answered ${answer.statusCode}`));
      return;
    }
    answer.setEncoding('utf8');
    answer.on('data', text => {
      if (text.includes('event: hello')) {
        resolve(request);
      }
      if (text.includes('event: ticket')) {
        heard.push(performance.now());
      }
    });
    answer.on('end', () => broken++);
  });
  request.on('error', error => error.code === 'ECONNRESET' ? undefined : reject(error));
});

const streams = [];
for (let i = 0; i < wanted; i += 50) {
  streams.push(...await Promise.all(Array.from({ length: Math.min(50, wanted - i) }, (_, j) => open(cookies[Math.floor((i + j) / perSession)]))));
}
// Two looks at the sessions.
await pause(9_000);
const open2000 = memory(pid);

const times = [];
for (let round = 0; round < rounds; round++) {
  heard = [];
  const begin = performance.now();
  const answer = await fetch(`${url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ subject: 'Measured news', description: 'Everybody hears of this.', category: 'Hardware' }),
  });
  if (answer.status !== 201) {
    throw new Error(`Filing answered ${answer.status}`);
  }
  await answer.text();
  for (let waited = 0; waited < 5_000 && heard.length < wanted; waited += 20) {
    await pause(20);
  }
  const late = wanted - heard.length;
  times.push(percentile([...heard.map(at => at - begin), ...Array(late).fill(5_000)], 0.95));
  await pause(500);
}

const grown = Math.max(open2000, memory(pid)) - before;
const slowest = Math.max(...times);
console.log(`${wanted} open event streams of ${cookies.length} sessions: memory grew by ${Math.round(grown)} MiB (${Math.round(memory(pid, 'VmHWM') - before)} MiB at most); `
  + `95 % heard of a new ticket ${times.map(time => `${Math.round(time)} ms`).join(', ')} after it was sent; ${broken} broke off.`);
goal(`${wanted} event streams: more memory`, grown, 80, 'MiB');
goal(`${wanted} event streams: 95 % hear of a ticket, slowest of ${rounds}`, slowest, 1_000, 'ms');
goal(`${wanted} event streams: broken off`, broken, 0, '');
streams.forEach(stream => stream.destroy());
