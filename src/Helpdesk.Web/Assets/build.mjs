// Builds the scripts, the style sheet and the icons into wwwroot/dist.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { spriteIcons } from './icons/names.mjs';

const assets = dirname(fileURLToPath(import.meta.url));
const dist = resolve(assets, '../wwwroot/dist');
const require = createRequire(import.meta.url);
const lucide = dirname(require.resolve('lucide-static/package.json'));

const bare = svg => svg
  .replace(/<!--[\s\S]*?-->/g, '')
  .replace(/\s+/g, ' ')
  .replace(/> </g, '><')
  .replace(/ ?\/>/g, '/>')
  .trim();

const drawing = svg => bare(svg).replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');

// A mask needs the shape alone, so that each weighs about 150 bytes in the style sheet.
const maskIcons = {
  name: 'mask-icons',
  setup(context) {
    context.onResolve({ filter: /^lucide-static\/icons\// }, ({ path }) => ({
      path: join(lucide, path.slice('lucide-static/'.length)),
      namespace: 'mask-icon',
    }));
    context.onLoad({ filter: /.*/, namespace: 'mask-icon' }, ({ path }) => ({
      contents: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${drawing(readFileSync(path, 'utf8'))}</svg>`,
      loader: 'dataurl',
    }));
  },
};

function sprite() {
  const symbols = spriteIcons.map(name => {
    const own = join(assets, 'icons', `${name}.svg`);
    const file = existsSync(own) ? own : join(lucide, 'icons', `${name}.svg`);
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing(readFileSync(file, 'utf8'))}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
}

// Each page loads one script; what only some people need comes when they ask for it. Built apart, the scripts share nothing
// that would have to be fetched as a third file.
const builds = [
  { app: 'js/app.js', 'app-css': 'css/app.css' },
  { workspace: 'js/workspace.js' },
  { editor: 'js/editor/editor.js', 'editor-css': 'css/editor.css' },
  { charts: 'js/charts.js' },
];
const outputs = await Promise.all(builds.map(entryPoints => build({
  absWorkingDir: assets,
  entryPoints,
  entryNames: '[name]',
  chunkNames: 'part-[hash]',
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  target: ['chrome123', 'firefox128', 'safari18'],
  plugins: [maskIcons],
  write: false,
  logLevel: 'warning',
})));

const files = new Map(outputs.flatMap(({ outputFiles }) => outputFiles).map(file => [relative(dist, file.path).replace('-css.css', '.css'), file.contents]));
files.set('icons.svg', sprite());
files.set('favicon.svg', bare(readFileSync(join(assets, 'icons/favicon.svg'), 'utf8')) + '\n');

// A reader of the folder (another build, a running site) never meets half a file.
mkdirSync(dist, { recursive: true });
for (const [name, contents] of files) {
  const half = join(dist, `.${name}.${process.pid}`);
  writeFileSync(half, contents);
  renameSync(half, join(dist, name));
}
for (const name of readdirSync(dist)) {
  if (!files.has(name) && !name.startsWith('.')) {
    rmSync(join(dist, name));
  }
}
