// What many big files at once cost: node bench/files.mjs <url> <process id> <bearer> <uploads>
import { randomBytes } from 'node:crypto';
import { clearPeak, goal, memory, pause } from './client.mjs';

const [url, pid, bearer, uploads] = process.argv.slice(2);
const perMessage = 10;
// A PDF by its beginning; what follows is looked at by nobody but the checks.
const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(25 * 1_048_576 - 9)]);

async function ask(path, body) {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}

async function upload(ticket, number) {
  const offer = await ask(`/tickets/${ticket}/attachments/upload-url`, { filename: `${number}.pdf`, contentType: 'application/pdf', size: bytes.length });
  const answer = await fetch(offer.uploadUrl, { method: offer.method, headers: offer.headers, body: bytes });
  if (!answer.ok) {
    throw new Error(`The upload answered ${answer.status}: ${await answer.text()}`);
  }
  return offer.attachmentId;
}

async function send(count) {
  const { id } = await ask('/tickets', { subject: 'Files', description: 'Many of them.', category: 'Hardware' });
  const ids = await Promise.all(Array.from({ length: count }, (_, number) => upload(id, number)));
  const messages = Array.from({ length: Math.ceil(count / perMessage) }, (_, part) => ids.slice(part * perMessage, (part + 1) * perMessage));
  await Promise.all(messages.map((attachmentIds, part) => ask(`/tickets/${id}/messages`, { body: `Part ${part}.`, attachmentIds })));
}

// Once before, so that the runtime has compiled what it takes.
await send(1);
await pause(2_000);
const before = memory(pid);
clearPeak(pid);
const begin = performance.now();
await send(Number(uploads));
const seconds = (performance.now() - begin) / 1_000;
const grown = memory(pid, 'VmHWM') - before;
console.log(`${uploads} uploads of 25 MiB at once, looked at and attached: ${seconds.toFixed(1)} s; memory grew by ${Math.round(grown)} MiB at most.`);
goal(`${uploads} uploads of 25 MiB at once: more memory`, grown, 150, 'MiB');
