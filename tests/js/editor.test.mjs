import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getSchema } from '@tiptap/core';
import { offsetOf, positionOf, sameLetter } from '../../src/Helpdesk.Web/Assets/js/editor/cursor.js';
import { addressOf } from '../../src/Helpdesk.Web/Assets/js/editor/link-address.js';
import { readMarkdown } from '../../src/Helpdesk.Web/Assets/js/editor/read-markdown.js';
import { schemaExtensions } from '../../src/Helpdesk.Web/Assets/js/editor/schema.js';
import { writeMarkdown } from '../../src/Helpdesk.Web/Assets/js/editor/write-markdown.js';
import { random, text as textOf } from './texts.mjs';

const schema = getSchema(schemaExtensions);
const documentOf = markdown => {
  const document = schema.nodeFromJSON(readMarkdown(markdown));
  document.check();
  return document;
};
const rewritten = markdown => writeMarkdown(documentOf(markdown)).text;

test('what the editor wrote it reads and writes the same way', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const once = rewritten(textOf(seed));
    assert.equal(rewritten(once), once, `seed ${seed}`);
  }
});

const characters = ['a', 'b', 'Ä', ' ', ' ', '*', '_', '`', '[', ']', '(', ')', '!', '#', '-', '+', '1', '.', '>', '|', '&', ';', '<', '\\', '日', ':', '/'];

/** As if someone had written without a plan: any signs in a row, any of them marked. */
function scribble(r) {
  const signs = marks => ({ type: 'text', text: r.times(1, 4, () => r.one(characters)).join(''), marks });
  const marked = () => signs([
    ...r.one([[], [], [{ type: 'bold' }], [{ type: 'italic' }]]),
    ...r.one([[], [], [], [{ type: 'link', attrs: { href: '/kb/a' } }], [{ type: 'link', attrs: { href: 'https://x.example/a_(b)' } }], [{ type: 'code' }]]),
  ]);
  const content = () => r.times(1, 3, () => [r.chance(0.2) ? { type: 'hardBreak' } : signs([]), marked()]).flat();
  const paragraph = () => ({ type: 'paragraph', content: content() });
  const cell = type => () => ({ type, content: content() });
  const item = () => ({ type: 'listItem', content: [paragraph(), ...(r.chance(0.2) ? [list()] : [])] });
  const list = () => ({ type: r.one(['bulletList', 'orderedList']), attrs: { isTight: r.chance(0.5) }, content: r.times(1, 3, item) });
  const block = () => r.one([
    paragraph,
    paragraph,
    list,
    () => ({ type: 'heading', attrs: { level: 2 }, content: content() }),
    () => ({ type: 'blockquote', content: [paragraph()] }),
    () => ({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: r.times(1, 9, () => r.one([...characters, '\n'])).join('') }] }),
    () => ({ type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader')(), cell('tableHeader')()] }, { type: 'tableRow', content: [cell('tableCell')(), cell('tableCell')()] }] }),
  ])();
  return schema.nodeFromJSON({ type: 'doc', content: r.times(1, 4, block) });
}

const letters = document => document.textBetween(0, document.content.size, ' ', ' ').replace(/\s/g, '');

test('whatever is written in the editor, no sign of it is lost and none is added', () => {
  for (let seed = 1; seed <= 3_000; seed++) {
    const document = scribble(random(seed));
    const { text } = writeMarkdown(document);
    assert.equal(letters(documentOf(text)), letters(document), `seed ${seed}:\n${text}`);
  }
});

test('a sign is escaped only where it would be one', () => {
  for (const plain of ['snake_case and 2 * 3', '[Save] (now!)', 'R&D, 5 < 6, C:\\Users', 'https://acme.example/a_b*c', '- 5 is not a list'.slice(2), 'Yours\n-- Dana', 'a|b', '#1042', '## C#', '## a \\#']) {
    assert.equal(rewritten(plain), plain);
  }
  const paragraph = text => writeMarkdown(schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })).text;
  assert.equal(paragraph('# no heading'), '\\# no heading');
  assert.equal(paragraph('1. no list'), '1\\. no list');
  assert.equal(paragraph('*no*, __no__, `no`, <https://x>, &amp;'), '\\*no\\*, \\_\\_no\\_\\_, \\`no\\`, \\<https://x>, \\&amp;');
});

test('the cursor keeps its place from one way to write to the other', () => {
  const markdown = '## Start\n\nOne **two** three.\n\n- four\n- five';
  const document = documentOf(markdown);
  const written = writeMarkdown(document);
  assert.equal(written.text, markdown);
  for (const word of ['Start', 'One', 'two', 'three', 'four', 'five']) {
    const offset = markdown.indexOf(word) + 2;
    const position = positionOf(written, offset, document.content.size);
    assert.equal(document.textBetween(position - 2, position), word.slice(0, 2));
    assert.equal(offsetOf(written, position), offset);
  }
  assert.equal(sameLetter('* __two__ x', 7, '- **two** x'), 7);
  assert.equal(sameLetter('* a', 3, '- a'), 3);
});

test('an address is one that readers can follow', () => {
  assert.equal(addressOf(' https://acme.example/a '), 'https://acme.example/a');
  assert.equal(addressOf('acme.example/a'), 'https://acme.example/a');
  assert.equal(addressOf('help@acme.example'), 'mailto:help@acme.example');
  assert.equal(addressOf('/kb/vpn'), '/kb/vpn');
  for (const none of ['', 'javascript:alert(1)', '//evil.example', 'https://bank.example@evil.example', 'just words', 'ftp://x']) {
    assert.equal(addressOf(none), null, none);
  }
});
