const lines = (text, mark) => text.split('\n').map(line => `${mark}${line}`).join('\n');

/** What a press of a style button makes of a text and its selection. */
export function styled(kind, text, start, end) {
  const chosen = text.slice(start, end);
  const put = (before, middle, after, from, to) => ({ insert: before + middle + after, from: start + from, to: start + to });

  const block = (mark, word) => {
    const gap = start > 0 && text[start - 1] !== '\n' ? '\n' : '';
    const body = lines(chosen || word, mark);
    return put(gap, body, '', gap.length + mark.length, gap.length + body.length);
  };
  const apart = (body, from, to) => {
    const gap = /(?:^|\n\n)$/.test(text.slice(0, start)) ? '' : text[start - 1] === '\n' ? '\n' : '\n\n';
    return put(gap, body, '', gap.length + from, gap.length + to);
  };

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
    case 'strike':
      return put('~~', chosen || 'struck', '~~', 2, 2 + (chosen || 'struck').length);
    case 'list':
      return block('- ', 'item');
    case 'numbers':
      return block('1. ', 'item');
    case 'quote':
      return block('> ', 'quote');
    case 'heading-2':
    case 'heading-3':
    case 'heading-4':
      return block(`${'#'.repeat(Number(kind.at(-1)))} `, 'heading');
    case 'code-block':
      return apart(`\`\`\`\n${chosen || 'code'}\n\`\`\``, 4, 4 + (chosen || 'code').length);
    case 'table':
      return apart(`| ${chosen || 'heading'} | heading |\n| --- | --- |\n| text | text |`, 2, 2 + (chosen || 'heading').length);
    case 'rule':
      return apart('---\n\n', 5, 5);
    default:
      return null;
  }
}
