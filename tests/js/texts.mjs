// Texts in all that the Markdown of the product knows, spelt as people spell it. The same seed makes the same texts.
const words = ['printer', 'VPN', 'Größe', 'it', 'a', 'snake_case', 'C:\\Users\\x', '3.5', '50%', 'R&D', '1 < 2', '日本', "don't", '(see below)', 'e.g.', '“so”', '2 * 3', 'a|b', '[Save]', '~5', 'x>y', '#1042', 'and --', '…', 'and/or', '$5', 'now!'];
const strange = ['\\*plain\\*', '\\_', '\\[x\\](y)', '\\# no', '&amp;', '&lt;b&gt;', '&#169;', '\\`', '\\\\', '<b>', '&nbsp;x', '\\~\\~no\\~\\~', '!', '_', '\\<https://x.example>'];
const addresses = ['https://acme.example/a_b/c?d=1&e=2#f', 'http://x.example', '/kb/vpn-on-a-new-phone', 'https://x.example/a_(b)', 'mailto:help@acme.example'];
const codes = ['npm ci', 'a `b` c', '**not bold**', '<b>', 'a  b', '\\', '&amp;', 'C:\\*'];
const lines = ['let x = 1;', '', '  indented', '```', '# no heading', '- no item', 'a\ttab', '&amp; <b>', '~~~', '| a |'];

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = count => Math.floor(next() * count);
  return { below, chance: share => next() < share, one: list => list[below(list.length)], times: (from, to, make) => Array.from({ length: from + below(to - from + 1) }, make) };
}

function phrase(r) {
  return r.times(1, 4, () => (r.chance(0.12) ? r.one(strange) : r.one(words))).join(' ').trim();
}

const plainWord = r => r.one(['ink', 'tray', 'Ärger', 'two words', 'Xerox']);

function link(r) {
  const text = r.chance(0.3) ? `**${plainWord(r)}** ${plainWord(r)}` : r.chance(0.2) ? `\`${r.one(['a', 'b c'])}\`` : plainWord(r);
  const address = r.one(addresses);
  return `[${text}](${r.chance(0.1) ? `<${address}>` : address}${r.chance(0.2) ? ' "A \\"title\\""' : ''})`;
}

function piece(r, depth = 0) {
  switch (r.below(depth > 1 ? 4 : 13)) {
    case 4: return depth > 0 ? plainWord(r) : `**${plainWord(r)} ${piece(r, depth + 1)}**`;
    case 5: return r.chance(0.5) ? `*${plainWord(r)}*` : `_${plainWord(r)} ${piece(r, depth + 2)} x_`;
    case 6: return `~~${plainWord(r)}~~`;
    case 7: return r.one(codes).includes('`') ? '`` a `b` c ``' : `\`${r.one(codes.filter(code => !code.includes('`')))}\``;
    case 8: return link(r);
    case 9: return r.one(['<https://acme.example/a_b>', 'https://acme.example/x_y_z', 'www.acme.example', 'https://acme.example.']);
    case 10: return r.one(['![A *fine* picture](/files/kb/a.png)', '![](/files/kb/b.jpg)', '![remote](https://x.example/p.png "t")']);
    case 11: return depth > 0 ? plainWord(r) : r.one(['***both***', '__bold__', 'in**side**word', '**_x_**', '_**x** y_', '**a *b***', 'x*y*z']);
    default: return phrase(r);
  }
}

const inline = (r, to = 4) => r.times(1, to, () => piece(r)).join(' ');

const breaks = ['\n', '\n', '\\\n', '  \n'];

const paragraph = r => r.times(1, 3, () => inline(r)).map((line, index, all) => line + (index < all.length - 1 ? r.one(/(?:\/\/|www)\S*$/.test(line) ? ['\n'] : breaks) : '')).join('');

function code(r) {
  const content = [r.one(lines.filter(line => line !== '')), ...r.times(0, 4, () => r.one(lines))];
  return [`\`\`\`\`${r.one(['', 'js', 'c-sharp', 'PowerShell'])}`, ...content, '````'].join('\n');
}

function table(r) {
  const columns = 1 + r.below(4);
  const row = make => `| ${Array.from({ length: columns }, make).join(' | ')} |`;
  const cell = () => (r.chance(0.15) ? '' : r.chance(0.2) ? 'a \\| b' : r.times(1, 2, () => piece(r, 1)).join(' ').replaceAll('a|b', 'ab'));
  return [row(() => plainWord(r)), row(() => r.one(['---', ':--', '--:', ':-:'])), ...r.times(1, 3, () => row(cell))].join('\n');
}

const indented = (text, by) => text.split('\n').map((line, index) => (index === 0 || line === '' ? line : by + line)).join('\n');

function list(r, depth) {
  const isOrdered = r.chance(0.4);
  const isLoose = r.chance(0.3);
  const first = depth > 0 ? 1 : r.one([1, 1, 3, 10]);
  const bullet = r.one(['-', '*', '+']);
  return r.times(1, 4, () => 0).map((_, index) => {
    const marker = isOrdered ? `${first + index}.` : bullet;
    const task = !isOrdered && r.chance(0.15) ? r.one(['[ ] ', '[x] ']) : '';
    const parts = [task + inline(r, 2)];
    if (r.chance(0.3) && depth < 3) {
      parts.push(r.chance(0.7) ? list(r, depth + 1) : isLoose ? paragraph(r) : code(r));
    }
    return `${marker} ${indented(parts.join(isLoose ? '\n\n' : '\n'), ' '.repeat(marker.length + 1))}`;
  }).join(isLoose ? '\n\n' : '\n');
}

function quote(r, depth) {
  return blocks(r, depth + 1, 2).split('\n').map(line => (line === '' ? '>' : `> ${line}`)).join('\n');
}

function block(r, depth) {
  switch (r.below(depth > 1 ? 4 : 9)) {
    case 1: return `${'#'.repeat(1 + r.below(4))} ${inline(r, 2)}`;
    case 2: return code(r);
    case 4:
    case 5: return list(r, depth);
    case 6: return quote(r, depth);
    case 7: return table(r);
    case 8: return r.one(['---', '***', '___', '* * *']);
    default: return paragraph(r);
  }
}

const blocks = (r, depth, to) => r.times(1, to, () => block(r, depth)).join('\n\n');

export const text = seed => blocks(random(seed), 0, 6);
