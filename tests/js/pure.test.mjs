import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyKey, copyWins, isKept, readCopy } from '../../src/Helpdesk.Web/Assets/js/draft-copy.js';
import { offers, wanted } from '../../src/Helpdesk.Web/Assets/js/insertions.js';
import { ownPicture } from '../../src/Helpdesk.Web/Assets/js/editor/own-picture.js';
import { fuzzy } from '../../src/Helpdesk.Web/Assets/js/fuzzy.js';
import { styled } from '../../src/Helpdesk.Web/Assets/js/markdown-style.js';
import { problemOf } from '../../src/Helpdesk.Web/Assets/js/password-problem.js';
import { readRecent, recentKey, remember } from '../../src/Helpdesk.Web/Assets/js/recent.js';
import { relativeTime } from '../../src/Helpdesk.Web/Assets/js/relative-time.js';

const now = Date.parse('2027-03-02T14:32:00Z');
const ago = (days, hours = 0, minutes = 0, seconds = 0) => now - (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000;

test('times are relative for seven days', () => {
  assert.equal(relativeTime(ago(0, 0, 0, 20), now), 'just now');
  assert.equal(relativeTime(ago(0, 0, 6), now), '6 min ago');
  assert.equal(relativeTime(ago(0, 3, 59), now), '3 h ago');
  assert.equal(relativeTime(ago(1, 2), now), '1 day ago');
  assert.equal(relativeTime(ago(6, 23), now), '6 days ago');
  assert.equal(relativeTime(ago(7), now), null);
});

test('a clock that is a little wrong says just now, a time to come and a bad one stay as they are', () => {
  assert.equal(relativeTime(now + 30_000, now), 'just now');
  assert.equal(relativeTime(now + 3_600_000, now), null);
  assert.equal(relativeTime(Number.NaN, now), null);
});

test('an unconfirmed copy wins when it is younger than the draft of the server', () => {
  const copy = { at: now, saved: false, fields: {} };
  assert.equal(copyWins(copy, null), true);
  assert.equal(copyWins(copy, '2027-03-02T14:31:00Z'), true);
  assert.equal(copyWins(copy, '2027-03-02T14:33:00Z'), false);
});

test('a confirmed copy never wins: the draft was sent or discarded on another device', () => {
  assert.equal(copyWins({ at: now, saved: true, fields: {} }, undefined), false);
  assert.equal(copyWins(null, undefined), false);
});

test('a copy is read back, and rubbish in the store is no copy', () => {
  assert.deepEqual(readCopy('{"at":1,"saved":false,"fields":{"body":"x"}}'), { at: 1, saved: false, fields: { body: 'x' } });
  for (const rubbish of [null, '', '{', '[]', '{"at":"1"}', 'null']) {
    assert.equal(readCopy(rubbish), null);
  }
});

test('copies belong to a person and leave tokens and passwords out', () => {
  assert.equal(copyKey('7', '/drafts/new-ticket'), 'draft:7:/drafts/new-ticket');
  assert.equal(isKept({ name: 'subject', type: 'text' }), true);
  assert.equal(isKept({ name: '__RequestVerificationToken', type: 'hidden' }), false);
  assert.equal(isKept({ name: 'password', type: 'password' }), false);
  assert.equal(isKept({ name: '', type: 'textarea' }), false);
});

const press = (kind, text, start, end) => {
  const { insert, from, to } = styled(kind, text, start, end);
  const whole = text.slice(0, start) + insert + text.slice(end);
  return [whole, whole.slice(from, to)];
};

test('blocks of a text begin on a line of their own', () => {
  assert.deepEqual(press('heading-3', 'a', 1, 1), ['a\n### heading', 'heading']);
  assert.deepEqual(press('quote', 'a\nb', 0, 3), ['> a\n> b', 'a\n> b']);
  assert.deepEqual(press('numbers', '', 0, 0), ['1. item', 'item']);
  assert.deepEqual(press('code-block', 'a', 1, 1), ['a\n\n```\ncode\n```', 'code']);
  assert.deepEqual(press('table', 'a\n', 2, 2), ['a\n\n| heading | heading |\n| --- | --- |\n| text | text |', 'heading']);
  assert.deepEqual(press('strike', 'ab', 0, 2), ['~~ab~~', 'ab']);
});

test('style buttons wrap the selection and leave it selected', () => {
  assert.deepEqual(press('bold', 'a word', 2, 6), ['a **word**', 'word']);
  assert.deepEqual(press('italic', 'a word', 2, 6), ['a _word_', 'word']);
  assert.deepEqual(press('code', 'x', 0, 1), ['`x`', 'x']);
  assert.deepEqual(press('code', 'x\ny', 0, 3), ['```\nx\ny\n```', 'x\ny']);
  assert.deepEqual(press('link', 'see here', 4, 8), ['see [here](https://)', 'https://']);
  assert.deepEqual(press('list', 'one\ntwo', 0, 7), ['- one\n- two', 'one\n- two']);
  assert.deepEqual(press('list', 'text', 4, 4), ['text\n- item', 'item']);
  assert.equal(styled('blink', '', 0, 0), null);
});

test('a password is judged in the words of the server', () => {
  const known = { 'your name': 'Priya Raman', 'your e-mail address': 'mailbox77', 'the name of this site': 'Acme Help' };
  assert.equal(problemOf('short', known), 'Too short: 7 more characters.');
  assert.equal(problemOf('elevenchars', known), 'Too short: 1 more character.');
  assert.equal(problemOf('😀😀😀😀😀😀😀😀😀😀😀', known), 'Too short: 1 more character.');
  assert.equal(problemOf('PRIYA likes tea', known), 'Easy to guess: contains your name.');
  assert.equal(problemOf('my mailbox77 is full', known), 'Easy to guess: contains your e-mail address.');
  assert.equal(problemOf('tea for acmehelp', known), 'Easy to guess: contains the name of this site.');
  assert.equal(problemOf('a lamp, a boat, a letter', known), undefined);
  assert.equal(problemOf('a lamp, a boat, a letter', { 'your name': '' }), undefined);
});

test('a slash at the beginning of a line and an at sign at the beginning of a word ask for something', () => {
  assert.deepEqual(wanted('Hello\n/re'), { kind: '/', query: 're', length: 3 });
  assert.deepEqual(wanted('/'), { kind: '/', query: '', length: 1 });
  assert.equal(wanted('and/or'), null);
  assert.equal(wanted('/usr/bin'), null);
  assert.deepEqual(wanted('ask @Ana L'), { kind: '@', query: 'ana l', length: 6 });
  assert.equal(wanted('ana@exa'), null);
});

test('what begins with the letters is offered first, and a note is offered no macro', () => {
  const all = { macros: [{ id: 1, name: 'Reset', changes: ['Set status to resolved'], text: 'Done.' }], answers: [{ name: 'How to reset', text: 'So.' }, { name: 'Presets', text: 'No.' }], people: ['Ana Lind', 'Bo Lin'] };
  assert.deepEqual(offers(all, { kind: '/', query: 'res' }, true).map(({ name }) => name), ['Reset', 'How to reset', 'Presets']);
  assert.deepEqual(offers(all, { kind: '/', query: 'res' }, false).map(({ name }) => name), ['How to reset', 'Presets']);
  assert.deepEqual(offers(all, { kind: '@', query: 'lin' }, true).map(({ text }) => text), ['@Ana Lind ', '@Bo Lin ']);
});

test('a line answers to its beginning before a word in it, and to its letters in their order last', () => {
  const [beginning, word, inside, letters] = [fuzzy('new', 'New ticket'), fuzzy('tick', 'New ticket'), fuzzy('icket', 'New ticket'), fuzzy('nt', 'New ticket')];
  assert.ok(beginning > word && word > inside && inside > letters && letters > 0);
  assert.ok(fuzzy('status res', 'Status: Resolved') > 0);
  assert.ok(fuzzy('zuric', 'Zürich') > 0);
  assert.equal(fuzzy('xyz', 'New ticket'), 0);
  assert.equal(fuzzy('tn', 'New ticket'), 0);
  assert.equal(fuzzy('new queue', 'New ticket'), 0);
  assert.equal(fuzzy('', 'New ticket'), 0);
});

test('what was chosen lately stands first, once, and only eight of it', () => {
  const line = at => ({ group: 'Go to', text: `Place ${at}`, url: `/p/${at}` });
  let list = [];
  for (let at = 0; at < 10; at++) {
    list = remember(list, line(at));
  }

  list = remember(list, line(5));
  assert.equal(list.length, 8);
  assert.equal(list[0].text, 'Place 5');
  assert.equal(list.filter(({ text }) => text === 'Place 5').length, 1);
  assert.deepEqual(readRecent(JSON.stringify(list)), list);
  assert.equal(recentKey('7'), 'recent:7');
});

test('rubbish in the store, and what leads away from the site, was never chosen', () => {
  for (const rubbish of [null, '', '{', '{}', 'null', '[null]', '[{"url":"/x"}]']) {
    assert.deepEqual(readRecent(rubbish), []);
  }

  for (const url of ['//elsewhere.example', 'javascript:alert(1)', 'https://elsewhere.example', '/\\\\elsewhere', 7]) {
    assert.deepEqual(readRecent(JSON.stringify([{ text: 'x', url }])), []);
  }
});

test('a picture is ours by its path, or when it was copied from a page of ours, and nothing else is shown while one writes', () => {
  const origin = 'https://help.acme.example';
  const lasting = '/kb/images/0199e2a4-7c11-7f2a-bfd4-9f57971ae3d5';
  for (const path of [lasting, '/files/kb/a.png']) {
    assert.equal(ownPicture(path, origin), path);
    assert.equal(ownPicture(origin + path, origin), path);
    assert.equal(ownPicture(`https://elsewhere.example${path}`, origin), null);
    assert.equal(ownPicture(`${origin}.elsewhere.example${path}`, origin), null);
  }

  for (const other of ['', '/signout', '/kb/images/1', `${lasting}/../../signout`, '/files/../signout', '/files//elsewhere.example', '/files/%2e%2e/signout', '//elsewhere.example/files/a.png', 'data:image/png;base64,AAAA']) {
    assert.equal(ownPicture(other, origin), null);
  }
});
