// What a long file of the queue costs: node bench/export.mjs <url> <process id> <cookie> <first day> <rows that there are at least>
import { clearPeak, goal, memory, pause } from './client.mjs';

const [url, pid, cookie, firstDay, least] = process.argv.slice(2);

async function take() {
  const begin = performance.now();
  const answer = await fetch(`${url}/queue/export?createdFrom=${firstDay}`, { headers: { Cookie: cookie } });
  if (answer.status !== 200) {
    throw new Error(`The export answered ${answer.status}`);
  }
  let rows = -1;
  let bytes = 0;
  let first = 0;
  let most = 0;
  for await (const chunk of answer.body) {
    first ||= performance.now() - begin;
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) {
      rows++;
    }
    most = Math.max(most, memory(pid));
  }
  return { rows, bytes, first, all: performance.now() - begin, most };
}

// Once before, so that the runtime has compiled what it takes.
await take();
await pause(2_000);
const before = memory(pid);
clearPeak(pid);
const { rows, bytes, first, all, most } = await take();
const grown = Math.max(most, memory(pid, 'VmHWM')) - before;
console.log(`CSV of ${rows} rows (${(bytes / 1_048_576).toFixed(1)} MiB): first bytes after ${Math.round(first)} ms, all after ${(all / 1_000).toFixed(1)} s; memory grew by ${Math.round(grown)} MiB at most.`);
goal(`CSV of ${rows} rows: more memory`, grown, 50, 'MiB');
if (rows < Number(least)) {
  throw new Error(`The file has ${rows} rows, fewer than ${least}.`);
}
