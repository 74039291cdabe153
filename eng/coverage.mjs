// Merges the coverage of several test projects and prints the share of lines in src/ that ran.
//   node eng/coverage.mjs DIR    reads every coverage.cobertura.xml below DIR, writes DIR/uncovered.txt
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const directory = process.argv[2];
const reports = readdirSync(directory, { recursive: true }).filter(name => name.endsWith('coverage.cobertura.xml'));
const files = new Map(); // path in the repository -> Map(line -> did it run)

const isOurs = path =>
  path.startsWith(`src${sep}`) && !/[\\/](obj|Migrations)[\\/]|\.(g|Designer)\.cs$/.test(path) && existsSync(join(root, path));

for (const report of reports) {
  let sources = [];
  let lines = null;
  for (const [, source, file, number, hits] of readFileSync(join(directory, report), 'utf8').matchAll(
    /<source>([^<]*)<\/source>|<class [^>]*?filename="([^"]*)"|<line number="(\d+)" hits="(\d+)"/g)) {
    if (source !== undefined) {
      sources.push(source);
    } else if (file !== undefined) {
      const path = [...sources, root].map(base => relative(root, resolve(base, file))).find(isOurs);
      if (path && !files.has(path)) {
        files.set(path, new Map());
      }
      lines = path ? files.get(path) : null;
    } else if (lines) {
      lines.set(+number, lines.get(+number) || +hits > 0);
    }
  }
}

const projects = new Map();
const total = { ran: 0, all: 0 };
const uncovered = [];
for (const [path, lines] of [...files].sort()) {
  const project = path.split(sep)[1];
  const sum = projects.get(project) ?? { ran: 0, all: 0 };
  projects.set(project, sum);
  const missed = [...lines].filter(([, ran]) => !ran).map(([number]) => number).sort((a, b) => a - b);
  for (const figure of [sum, total]) {
    figure.all += lines.size;
    figure.ran += lines.size - missed.length;
  }
  if (missed.length > 0) {
    uncovered.push({ path, missed });
  }
}

const show = (name, { ran, all }) =>
  console.log(`  ${name.padEnd(26)}${((100 * ran) / Math.max(all, 1)).toFixed(1).padStart(5)} %  ${ran} of ${all} lines`);
console.log(`Line coverage of src/ (what did not run: ${relative(root, join(resolve(directory), 'uncovered.txt'))})`);
for (const [project, sum] of [...projects].sort()) {
  show(project, sum);
}
show('all', total);
writeFileSync(
  join(directory, 'uncovered.txt'),
  uncovered
    .sort((a, b) => b.missed.length - a.missed.length)
    .map(({ path, missed }) => `${String(missed.length).padStart(4)}  ${path}: ${missed.join(' ')}\n`)
    .join(''));
if (total.all === 0) {
  console.error('No coverage was collected.');
  process.exitCode = 1;
}
