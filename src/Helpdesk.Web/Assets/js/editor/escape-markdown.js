// Text that says in Markdown what it says: whatever would be a sign gets a backslash, and nothing else does.
const addresses = /(?<![\p{L}\p{N}])(?:https?:\/\/|ftp:\/\/|mailto:|www\.)[^\s<]+/giu;
const isWord = text => /^[\p{L}\p{N}]$/u.test(text);
const isPunctuation = text => /^[!-/:-@[-`{-~]$/.test(text);
const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);/i;

/** The context: what stands before and after, whether a line begins, whether it is in a link or in a cell of a table. */
export function escaped(text, { before = '', after = '', isLineStart = false, isLink = false, isCell = false }) {
  const start = isLineStart ? text.replace(/^[ \t]+/, '') : text;
  let result = '';
  let last = 0;
  for (const match of isLink ? [] : start.matchAll(addresses)) {
    result += signs(start, last, match.index, { before, after, isLink, isCell });
    result += isCell ? match[0].replaceAll('|', '\\|') : match[0];
    last = match.index + match[0].length;
  }
  result += signs(start, last, start.length, { before, after, isLink, isCell });
  return isLineStart ? lineStart(result) : result;
}

function signs(text, from, to, { before, after, isLink, isCell }) {
  let result = '';
  for (let at = from; at < to; at++) {
    const sign = text[at];
    const previous = text[at - 1] ?? before;
    const next = text[at + 1] ?? after;
    // A space that Markdown would take away at the end of a line.
    if (sign === '\u00a0' && (/^\s?$/.test(previous) || /^\s?$/.test(next))) {
      result += '&nbsp;';
      continue;
    }
    result += isSign(sign, previous, next, text.slice(at), { isLink, isCell }) ? `\\${sign}` : sign;
  }
  return result;
}

function isSign(sign, previous, next, rest, { isLink, isCell }) {
  switch (sign) {
    case '\\':
      return next === '' || isPunctuation(next);
    case '`':
      return true;
    case '*':
      return !(previous === ' ' && next === ' ');
    case '_':
      return !(isWord(previous) && isWord(next));
    case '~':
      return [previous, next].some(beside => beside === '~' || beside === '*');
    case '[':
      return isLink || rest.includes('](') || rest.includes('][') || !rest.includes(']') || /^\[[^\]]*\]:/.test(rest) || /^\[[ xX]\]/.test(rest);
    case ']':
      return isLink;
    case '!':
      return next === '[';
    case '<':
      return /^[a-z/!?]$/i.test(next);
    case '&':
      return entity.test(rest);
    case '|':
      return isCell;
    default:
      return false;
  }
}

function lineStart(line) {
  if (/^(?:#{1,6}|[-+*])(?:\s|$)/.test(line) || line.startsWith('>') || /^[-:|\s]*-[-:|\s]*$/.test(line)) {
    return `\\${line}`;
  }
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

export function escapedAddress(address) {
  const text = address.replace(/[\r\n]/g, '').replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\').replace(new RegExp(entity.source.slice(1), 'gi'), '\\$&');
  return text === '' || /[\s()<]/.test(text) ? `<${text.replace(/[<>]/g, '\\$&')}>` : text;
}

export function escapedTitle(title) {
  return title.replaceAll('\n', ' ').replace(/["\\]/g, '\\$&').replace(new RegExp(entity.source.slice(1), 'gi'), '\\$&');
}
