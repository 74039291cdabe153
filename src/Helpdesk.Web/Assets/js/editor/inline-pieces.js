// The content of a paragraph as a row of signs and texts: which mark opens and closes where, so that Markdown's rules for
// emphasis are kept. Markdown cannot begin or end emphasis at a space, nor beside a letter when its edge is no letter.
const emphasis = ['bold', 'italic', 'strike'];
const rank = { link: 0, bold: 1, italic: 2, strike: 3, code: 4 };
const isSpace = text => /^\s*$/u.test(text);
const isWord = text => /^[\p{L}\p{N}]/u.test(text);

/** One for each character and node, so that a mark can be taken from the ends of its span. */
function atomsOf(parent, pos) {
  const atoms = [];
  parent.forEach((node, offset) => {
    if (node.isText) {
      let at = pos + offset;
      for (const text of node.text.replaceAll('\n', ' ')) {
        atoms.push({ text, pos: at, marks: [...node.marks] });
        at += text.length;
      }
    } else {
      atoms.push({ node, text: node.type.name === 'hardBreak' ? '\n' : '!', pos: pos + offset, marks: [...node.marks] });
    }
  });
  return atoms;
}

/** Without the spaces at both ends of each line, which say nothing, and without breaks at the end. */
function trimmed(atoms) {
  const kept = [];
  const dropEnd = signs => {
    while (signs.includes(kept.at(-1)?.text) && !isCode(kept.at(-1))) {
      kept.pop();
    }
  };
  for (const atom of atoms) {
    if (atom.text === '\n') {
      dropEnd(' \t');
    }
    const beginsLine = kept.length === 0 || kept.at(-1).text === '\n';
    if (!beginsLine || isCode(atom) || !/^[ \t]$/.test(atom.text)) {
      kept.push(atom);
    }
  }
  dropEnd(' \t\n');
  return kept;
}

const isCode = atom => atom.marks.some(mark => mark.type.name === 'code');
const has = (atom, mark) => atom !== undefined && atom.marks.some(each => each.eq(mark));

function drop(atom, mark) {
  atom.marks = atom.marks.filter(each => !each.eq(mark));
}

function endOf(atoms, from, mark) {
  let end = from;
  while (has(atoms[end], mark)) {
    end++;
  }
  return end;
}

/** True when the sign of emphasis cannot stand between the two: it would belong to neither. */
function cannotEnd(atoms, edge, outside, mark, length) {
  const [inner, outer] = [atoms[edge], atoms[outside]];
  if (isSpace(inner.text)) {
    return true;
  }
  if (!outer || !isWord(outer.text) || isCode(outer)) {
    return false;
  }
  const link = inner.marks.find(each => each.type.name === 'link');
  const linkEnds = link && !has(outer, link) && spanLength(atoms, edge, link) < length;
  return linkEnds || !isWord(inner.text) || isCode(inner);
}

function spanLength(atoms, at, mark) {
  let start = at;
  while (has(atoms[start - 1], mark)) {
    start--;
  }
  return endOf(atoms, at, mark) - start;
}

function fitEmphasis(atoms) {
  // What is taken from one mark can change what is beside another.
  for (let changed = true; changed;) {
    changed = false;
    atoms.forEach((atom, start) => {
      for (const mark of atom.marks.filter(each => emphasis.includes(each.type.name) && !has(atoms[start - 1], each))) {
        const end = endOf(atoms, start, mark);
        if (cannotEnd(atoms, start, start - 1, mark, end - start)) {
          drop(atom, mark);
          changed = true;
        } else if (cannotEnd(atoms, end - 1, end, mark, end - start)) {
          drop(atoms[end - 1], mark);
          changed = true;
        }
      }
    });
  }
}

/** Those that last longest open first, so that they need not be closed for others. */
function order(atoms, at, marks) {
  return marks
    .map(mark => ({ mark, end: endOf(atoms, at, mark), rank: isAddress(atoms, at, mark) ? 5 : rank[mark.type.name] }))
    .sort((a, b) => b.end - a.end || a.rank - b.rank)
    .map(({ mark }) => mark);
}

/** True when a letter stands right beside, with no sign of another mark between. */
function isBesideWord(outer, inner) {
  return outer !== undefined && isWord(outer.text) && outer.marks.every(mark => mark.type.name !== 'code' && has(inner, mark));
}

/** An underscore is clearer between two kinds of emphasis, but none inside of a word. */
function italicSign(atoms, start, mark) {
  const end = endOf(atoms, start, mark);
  return isBesideWord(atoms[start - 1], atoms[start]) || isBesideWord(atoms[end], atoms[end - 1]) ? '*' : '_';
}

function isAddress(atoms, start, mark) {
  const span = atoms.slice(start, endOf(atoms, start, mark));
  return mark.type.name === 'link' && !mark.attrs.title && /^(?:https?|ftp|mailto):[^\s<>]+$/i.test(mark.attrs.href)
    && span.every(atom => atom.marks.length === atoms[start].marks.length && !atom.node) && span.map(atom => atom.text).join('') === mark.attrs.href;
}

export function piecesOf(parent, pos) {
  const atoms = trimmed(atomsOf(parent, pos));
  fitEmphasis(atoms);

  const pieces = [];
  const open = [];
  const close = () => {
    const { mark, sign } = open.pop();
    const spaces = takeSpaces(pieces);
    pieces.push({ kind: 'close', mark, sign }, ...spaces);
  };
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at];
    const wanted = atom.marks.filter(mark => mark.type.name !== 'code');
    while (open.some(({ mark }) => !has(atom, mark))) {
      close();
    }

    const opening = isSpace(atom.text) ? [] : order(atoms, at, wanted.filter(mark => !open.some(each => each.mark.eq(mark))));
    for (const mark of opening) {
      if (isAddress(atoms, at, mark)) {
        pieces.push({ kind: 'address', text: mark.attrs.href });
        at = endOf(atoms, at, mark) - 1;
        break;
      }
      const sign = mark.type.name === 'italic' ? italicSign(atoms, at, mark) : undefined;
      open.push({ mark, sign });
      pieces.push({ kind: 'open', mark, sign });
    }
    if (pieces.at(-1)?.kind === 'address' && atoms[at] !== atom) {
      continue;
    }

    add(pieces, atom, { before: signAt(atoms, at - 1, atom), after: signAt(atoms, at + 1, atom), isLink: open.some(({ mark }) => mark.type.name === 'link') });
  }
  while (open.length > 0) {
    close();
  }
  return pieces;
}

/** Where marks cross, one of them closes early: at a space, the space has to wait outside. */
function takeSpaces(pieces) {
  const last = pieces.at(-1);
  const spaces = last?.kind === 'text' ? /\s*$/.exec(last.text)[0] : '';
  if (spaces === '') {
    return [];
  }
  last.text = last.text.slice(0, -spaces.length);
  if (last.text === '') {
    pieces.pop();
  }
  return [{ ...last, pos: last.pos + last.text.length, text: spaces }];
}

/** What stands where a text ends: nothing at the end of a line, else the sign of a mark. */
function signAt(atoms, at, atom) {
  if (!atoms[at] || atoms[at].text === '\n') {
    return '';
  }
  const link = atoms[at].marks.find(mark => mark.type.name === 'link');
  return link && !has(atom, link) ? '[' : '*';
}

function add(pieces, atom, { before, after, isLink }) {
  const kind = isCode(atom) ? 'code' : 'text';
  const last = pieces.at(-1);
  if (atom.node) {
    pieces.push(atom.node.type.name === 'hardBreak' ? { kind: 'break' } : { kind: 'image', attrs: atom.node.attrs });
  } else if (last?.kind === kind) {
    last.text += atom.text;
    last.after = after;
  } else {
    pieces.push({ kind, text: atom.text, pos: atom.pos, before, after, isLink });
  }
}
