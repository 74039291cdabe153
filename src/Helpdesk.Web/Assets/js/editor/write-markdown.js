// A document of the editor to Markdown, in the one spelling that this editor uses. Free of the page, so that it can be
// tested alone.
import { escaped, escapedAddress, escapedTitle } from './escape-markdown.js';
import { piecesOf } from './inline-pieces.js';

const marks = { bold: '**', strike: '~~' };

/** The text, and for some positions of the document where in the text they are. */
export function writeMarkdown(doc) {
  const writer = new Writer();
  writer.blocks(written(doc));
  return { text: writer.text, places: writer.places };
}

const isEmptyText = node => node.isTextblock && node.type.name !== 'codeBlock' && node.textContent.trim() === '' && !hasPicture(node);

function hasPicture(node) {
  let found = false;
  node.descendants(child => {
    found ||= child.type.name === 'image';
  });
  return found;
}

/** The children that Markdown can hold: an empty line more or less says nothing. */
function written(parent, start = 0) {
  const children = [];
  parent.forEach((node, offset) => children.push({ node, pos: start + offset }));
  return children.filter(({ node }) => !isEmptyText(node));
}

/** True when only a blank line keeps the second block from becoming part of the first. */
function needsBlankLine(first, second) {
  const runsOn = ['paragraph', 'bulletList', 'orderedList', 'blockquote', 'table'].includes(first.type.name);
  return (runsOn && ['paragraph', 'table'].includes(second.type.name))
    || (first.type === second.type && first.type.name === 'blockquote')
    || (first.type.name === 'paragraph' && second.type.name === 'horizontalRule')
    || (first.type.name === 'paragraph' && second.type.name === 'orderedList' && second.attrs.start !== 1);
}

/** Blank lines between the parts of an item make its list a loose one. */
function canBeTight(list) {
  let can = true;
  list.forEach(item => {
    const parts = written(item).map(({ node }) => node);
    can &&= parts.every((part, index) => index === 0 || !needsBlankLine(parts[index - 1], part));
  });
  return can;
}

function fenceFor(code, info) {
  const sign = info.includes('`') ? '~' : '`';
  const longest = Math.max(2, ...[...code.matchAll(sign === '`' ? /`+/g : /~+/g)].map(([run]) => run.length));
  return sign.repeat(longest + 1);
}

class Writer {
  text = '';
  places = [];
  prefix = '';

  get atLineStart() {
    return this.text === '' || this.text.endsWith('\n');
  }

  put(text) {
    this.text += (this.atLineStart ? this.prefix : '') + text;
  }

  /** The marker of an item already stands where its first line begins. */
  endLine() {
    if (!this.atLineStart) {
      this.text = `${this.text.trimEnd()}\n`;
    }
  }

  blocks(children, isTight = false) {
    let alternate = false;
    children.forEach(({ node, pos }, index) => {
      if (index > 0) {
        this.endLine();
        this.text += isTight ? '' : `${this.prefix.trimEnd()}\n`;
        // Two lists side by side are one, unless their markers differ.
        alternate = children[index - 1].node.type === node.type && !alternate;
      }
      this.block(node, pos, alternate);
    });
  }

  block(node, pos, alternate) {
    switch (node.type.name) {
      case 'heading':
        this.put(`${'#'.repeat(node.attrs.level)} `);
        this.inline(node, pos + 1, { breaks: ' ', isLine: false });
        this.text = this.text.replace(/(?<= )#+$/, '\\$&');
        break;
      case 'codeBlock':
        this.code(node, pos + 1);
        break;
      case 'horizontalRule':
        // Dashes behind the dash of an item would be a rule in the place of the item.
        this.put(/[-*] $/.test(this.text) ? '___' : '---');
        break;
      case 'blockquote':
        this.within('> ', () => this.blocks(written(node, pos + 1)));
        break;
      case 'bulletList':
      case 'orderedList':
        this.list(node, pos, alternate);
        break;
      case 'table':
        this.table(node, pos);
        break;
      default:
        this.inline(node, pos + 1, { breaks: '\n', isLine: true });
    }
  }

  within(prefix, write) {
    const outer = this.prefix;
    this.prefix += prefix;
    write();
    if (this.atLineStart) {
      this.put('');
    }
    this.prefix = outer;
  }

  list(list, pos, alternate) {
    const isTight = list.attrs.isTight && canBeTight(list);
    list.forEach((item, offset, index) => {
      if (index > 0) {
        this.endLine();
        this.text += isTight ? '' : `${this.prefix.trimEnd()}\n`;
      }
      const marker = list.type.name === 'bulletList' ? (alternate ? '*' : '-') : `${list.attrs.start + index}${alternate ? ')' : '.'}`;
      const task = item.attrs.done === null ? '' : item.attrs.done ? '[x] ' : '[ ] ';
      this.put(`${marker} ${task}`);
      const outer = this.prefix;
      this.prefix += ' '.repeat(marker.length + 1);
      this.blocks(written(item, pos + 1 + offset + 1), isTight);
      this.prefix = outer;
    });
  }

  code(node, pos) {
    const language = node.attrs.language ?? '';
    const fence = fenceFor(node.textContent, language);
    this.put(`${fence}${language}\n`);
    this.places.push([pos, this.text.length + this.prefix.length]);
    if (node.textContent !== '') {
      for (const line of node.textContent.split('\n')) {
        this.text += `${line === '' ? this.prefix.trimEnd() : this.prefix + line}\n`;
      }
    }
    this.put(fence);
  }

  table(table, pos) {
    table.forEach((row, rowOffset, index) => {
      if (index > 0) {
        this.endLine();
      }
      this.put('|');
      row.forEach((cell, cellOffset) => {
        this.text += ' ';
        this.inline(cell, pos + rowOffset + cellOffset + 3, { breaks: ' ', isLine: false, isCell: true });
        this.text += this.text.endsWith('| ') ? '|' : ' |';
      });
      if (index === 0) {
        this.endLine();
        this.put('|');
        row.forEach(({ attrs: { align } }) => {
          this.text += ` ${align === 'left' || align === 'center' ? ':' : ''}---${align === 'right' || align === 'center' ? ':' : ''} |`;
        });
      }
    });
  }

  inline(parent, pos, { breaks, isLine, isCell = false }) {
    let isLineStart = isLine;
    for (const piece of piecesOf(parent, pos)) {
      if (piece.kind === 'break') {
        this.lineBreak(breaks, isLineStart);
        isLineStart = isLine;
      } else {
        this.piece(piece, isLineStart, isCell);
        isLineStart = false;
      }
    }
  }

  /** Of two breaks in a row the second would end the paragraph, unless it is one that can be seen. */
  lineBreak(breaks, isLineStart) {
    if (breaks === ' ') {
      this.text = this.text.endsWith(' ') ? this.text : `${this.text} `;
    } else if (isLineStart) {
      this.put('\\\n');
    } else {
      this.text += '\n';
    }
  }

  piece(piece, isLineStart, isCell) {
    switch (piece.kind) {
      case 'open':
      case 'close':
        this.put(this.sign(piece));
        break;
      case 'code':
        this.put(codeSpan(piece.text));
        break;
      case 'image':
        this.put(`![${escaped(piece.attrs.alt ?? '', { isLink: true, isCell })}](${target(piece.attrs.src, piece.attrs.title)})`);
        break;
      case 'address':
        this.put(`<${piece.text}>`);
        break;
      default:
        this.put('');
        this.places.push([piece.pos, this.text.length]);
        this.text += escaped(piece.text, { ...piece, isLineStart, isCell });
    }
  }

  sign({ kind, mark, sign }) {
    if (mark.type.name === 'link') {
      return kind === 'open' ? '[' : `](${target(mark.attrs.href, mark.attrs.title)})`;
    }
    return sign ?? marks[mark.type.name];
  }
}

function target(address, title) {
  return escapedAddress(address) + (title ? ` "${escapedTitle(title)}"` : '');
}

function codeSpan(text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  let fence = '`';
  while (new RegExp(`(?<!\`)${fence}(?!\`)`).test(text)) {
    fence += '`';
  }
  const pad = longest > 0 && (text.startsWith('`') || text.endsWith('`')) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : '';
  return fence + pad + text + pad + fence;
}
