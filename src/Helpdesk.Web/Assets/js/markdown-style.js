const lines = (text, mark) => text.split('\n').map(line => `${mark}${line}`).join('\n');

/** What a press of a style button makes of a text and its selection. */
export function styled(kind, text, start, end) {
  const chosen = text.slice(start, end);
  const put = (before, middle, after, from, to) => ({ insert: before + middle + after, from: start + from, to: start + to });

  switch (kind) {
    case 'bold':
      return put('**', chosen || 'bold', '**', 2, 2 + (chosen || 'bold').length);
    case 'italic':
      return put('_', chosen || 'italic', '_', 1, 1 + (chosen || 'italic').length);
    case 'code':
      return chosen.includes('\n')
        ? put('```\n', chosen, '\n```', 4, 4 + chosen.length)
        : put('`', chosen || 'code', '`', 1, 1 + (chosen || 'code').length);
    case 'link': {
      const words = chosen || 'link text';
      return put('[', words, '](https://)', words.length + 3, words.length + 11);
    }
    case 'list': {
      const gap = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
      const list = lines(chosen || 'item', '- ');
      return put(gap, list, '', gap.length + 2, gap.length + list.length);
    }
    default:
      return null;
  }
}
