// What a stranger can learn from the time of an answer, and what many sign-ins at once cost in memory.
// node bench/accounts.mjs <url> <process id> <domain of known people>; prints lines of a table.
import { clearPeak, from, goal, memory } from './client.mjs';

const [url, pid, domain] = process.argv.slice(2);
const tries = 100;
const password = 'surely not the password';

const known = i => `person${i}@${domain}`;
// As long as a known one.
const unknown = i => `nobody${i}@${domain}`;

async function ask(path, body) {
  const begin = performance.now();
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from() },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const time = performance.now() - begin;
  const headers = [...answer.headers].filter(([name]) => !['date', 'ratelimit-reset', 'x-request-id'].includes(name)).map(([name, value]) => `${name}: ${value}`);
  // Ids of the answer and the address itself are as long as each other; what they are is no difference.
  return { time, status: answer.status, looks: `${answer.status} ${text.length} ${headers.join(' ')}` };
}

const median = times => times.toSorted((a, b) => a - b)[times.length >> 1];

async function compare(name, path, bodyOf, first) {
  const times = { known: [], unknown: [] };
  const looks = { known: new Set(), unknown: new Set() };
  for (let i = -5; i < tries; i++) {
    for (const [kind, address] of i % 2 ? [['known', known], ['unknown', unknown]] : [['unknown', unknown], ['known', known]]) {
      const answer = await ask(path, bodyOf(address(first + i + 5)));
      if (i >= 0) {
        times[kind].push(answer.time);
        looks[kind].add(answer.looks);
      }
    }
  }
  const same = looks.known.size === 1 && looks.unknown.size === 1 && looks.known.has([...looks.unknown][0]);
  const [a, b] = [median(times.known), median(times.unknown)];
  goal(`${name}: known and unknown addresses apart`, Math.abs(a - b), 10, 'ms');
  goal(`${name}: differences in status, headers, length`, same ? 0 : 1, 0, '');
  console.log(`| ${name} | ${a.toFixed(1)} | ${b.toFixed(1)} | ${Math.abs(a - b).toFixed(1)} | ${same ? 'the same' : 'DIFFERENT'} |`);
}

console.log('| asked 100 times each, in turn | known, p50 ms | unknown, p50 ms | apart, ms | status, headers, length |');
console.log('| --- | ---: | ---: | ---: | --- |');
await compare('sign-in', '/auth/login', email => ({ email, password }), 0);
await compare('forgotten password', '/auth/forgot-password', email => ({ email }), 200);
await compare('sign-up', '/auth/signup', email => ({ email, password, name: 'Somebody Else' }), 400);

clearPeak(pid);
const before = memory(pid);
const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => ask('/auth/login', { email: known(600 + i), password })));
const statuses = [...new Set(answers.map(answer => answer.status))];
const counts = statuses.map(status => `${answers.filter(answer => answer.status === status).length} × ${status}`).join(', ');
console.log();
console.log(`200 sign-ins at once: ${counts}; memory grew by ${Math.round(memory(pid, 'VmHWM') - before)} MiB at most.`);
goal('200 sign-ins at once: more memory', memory(pid, 'VmHWM') - before, 300, 'MiB');
