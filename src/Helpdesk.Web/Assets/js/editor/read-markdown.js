// Markdown to a document of the editor, by the same dialect as the server's: GitHub's without raw HTML and without
// underlined headings, every line break kept. Free of the page, so that it can be tested alone.
import { Lexer, Tokenizer } from 'marked';

// What emphasis cannot begin or end in: escaped signs, code, links. The library's own mask takes a backslash within code for
// an escape.
const closed = /\\[!-/:-@[-`{-~]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|!?\[(?:\\.|[^[\]\\])*\]\((?:\\.|<[^>]*>|[^()\\]|\([^()]*\))*\)|<[a-z][a-z\d+.-]+:[^<>\s]*>/gi;
const masked = source => source.replace(closed, part => (part.startsWith('\\') ? '++' : `[${'a'.repeat(part.length - 2)}]`));

class Dialect extends Tokenizer {
  html() {}

  tag() {}

  lheading() {}

  // An address that stands for itself stays the text that it is; the server makes the link.
  url() {}

  emStrong(source, _, before) {
    return super.emStrong(source, masked(source), before);
  }

  del(source, _, before) {
    return source.startsWith('~~') ? super.del(source, masked(source), before) : undefined;
  }
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©', reg: '®', trade: '™', hellip: '…', ndash: '–', mdash: '—', euro: '€' };

// What the library would read in another way than the server: tabs behind words in a list are part of the text, two dashes
// under a line are a signature, and a bar in a table's code parts no cells. They travel in disguise.
const disguises = [['\t', '\ue000'], ['-', '\ue001'], ['=', '\ue002'], ['|', '\ue003']];
const disguised = sign => disguises.find(([plain]) => plain === sign)[1];
const hidden = markdown => markdown
  .replace(/(?<=\S[^\n]*)\t/g, disguised('\t'))
  .replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, part => (part.startsWith('`') ? part.replaceAll('|', disguised('|')) : part))
  .replace(/(?<=^[ >]*)(?:-(?=-[ \t]*$)|=(?==*[ \t]*$))/gm, disguised);
const shown = text => disguises.reduce((result, [sign, disguise]) => result.replaceAll(disguise, sign), text);

const characterOf = number => (number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd');

/** Names beyond the list stay as they are; the look at what the server makes of it tells whether that is a loss. */
const decoded = text => shown(text).replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) =>
  decimal ? characterOf(Number(decimal)) : hex ? characterOf(Number.parseInt(hex, 16)) : (entities[name] ?? whole));

const marked = { strong: 'bold', em: 'italic', del: 'strike' };

function plain(tokens) {
  return tokens.map(token => (token.type === 'br' ? ' ' : token.tokens ? plain(token.tokens) : decoded(token.text ?? ''))).join('');
}

function inline(tokens, marks = []) {
  return tokens.flatMap(token => {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return inline(token.tokens, marks.some(({ type }) => type === marked[token.type]) ? marks : [...marks, { type: marked[token.type] }]);
      case 'link':
        return inline(token.tokens, [...marks, { type: 'link', attrs: { href: decoded(token.href), title: token.title ? decoded(token.title) : null } }]);
      case 'image':
        return [{ type: 'image', attrs: { src: decoded(token.href), alt: token.tokens ? plain(token.tokens) : decoded(token.text), title: token.title ? decoded(token.title) : null }, marks }];
      case 'br':
        return [{ type: 'hardBreak', marks }];
      case 'codespan':
        return [{ type: 'text', text: shown(token.text), marks: [...marks, { type: 'code' }] }];
      case 'escape':
        return [{ type: 'text', text: token.text, marks }];
      default:
        return token.tokens ? inline(token.tokens, marks) : token.text ? [{ type: 'text', text: decoded(token.text), marks }] : [];
    }
  });
}

const trimmed = text => text.replace(/^[ \t]+/, '');

/** Spaces at the beginning of a line mean nothing. */
function content(tokens) {
  const nodes = inline(tokens);
  nodes.forEach((node, index) => {
    if (node.type === 'text' && (index === 0 || nodes[index - 1].type === 'hardBreak') && !node.marks.some(mark => mark.type === 'code')) {
      node.text = trimmed(node.text);
    }
  });
  return nodes.filter(node => node.type !== 'text' || node.text !== '');
}

const paragraph = tokens => ({ type: 'paragraph', content: content(tokens) });

function cell(type, { tokens, align }) {
  return { type, attrs: { align }, content: content(tokens) };
}

function table({ header, rows }) {
  return {
    type: 'table',
    content: [
      { type: 'tableRow', content: header.map(each => cell('tableHeader', each)) },
      ...rows.map(row => ({ type: 'tableRow', content: row.map(each => cell('tableCell', each)) })),
    ],
  };
}

function list({ ordered, start, loose, items }) {
  return {
    type: ordered ? 'orderedList' : 'bulletList',
    attrs: ordered ? { start: Number(start), isTight: !loose } : { isTight: !loose },
    content: items.map(item => ({
      type: 'listItem',
      attrs: { done: item.task ? Boolean(item.checked) : null },
      content: someBlocks(item.tokens),
    })),
  };
}

function block(token) {
  switch (token.type) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: token.depth }, content: content(token.tokens) }];
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: token.lang || null }, content: token.text ? [{ type: 'text', text: shown(token.text) }] : [] }];
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'blockquote':
      return [{ type: 'blockquote', content: someBlocks(token.tokens) }];
    case 'list':
      return [list(token)];
    case 'table':
      return [table(token)];
    case 'paragraph':
    case 'text':
      return [paragraph(token.tokens ?? [token])];
    default:
      return [];
  }
}

/** The content of what may not be empty. */
function someBlocks(tokens) {
  const blocks = tokens.flatMap(block);
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }];
}

export function readMarkdown(markdown) {
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: new Dialect() });
  return { type: 'doc', content: someBlocks(lexer.lex(hidden(markdown))) };
}
