// What the text before the caret asks for, and what there is to offer. Free of the page, so that it can be tested alone.
const most = 8;

/** "/" at the beginning of a line, or "@" at the beginning of a word; length counts the sign and what was typed behind it. */
export function wanted(before) {
  const slash = /(?:^|\n)\/([^\n/]{0,40})$/.exec(before);
  if (slash) {
    return { kind: '/', query: slash[1].toLowerCase(), length: slash[1].length + 1 };
  }

  const at = /(?:^|[\s(])@([\p{L}\p{M}'.-]{0,30}(?: [\p{L}\p{M}'.-]{0,30})?)$/u.exec(before);
  return at ? { kind: '@', query: at[1].toLowerCase(), length: at[1].length + 1 } : null;
}

/** Names that begin with what was typed come first, then those of which a word does, then those that hold it. */
export function offers({ macros, answers, people }, { kind, query }, withMacros) {
  const all = kind === '@'
    ? people.map(name => ({ name, text: `@${name} `, hint: '' }))
    : [
        ...(withMacros ? macros.map(macro => ({ name: macro.name, text: macro.text, hint: ['Macro', ...macro.changes].join(' · '), macro })) : []),
        ...answers.map(({ name, text }) => ({ name, text, hint: text.split('\n', 1)[0] })),
      ];
  const rank = ({ name }) => {
    const low = name.toLowerCase();
    return low.startsWith(query) ? 0 : low.split(/\s+/).some(word => word.startsWith(query)) ? 1 : kind === '/' && low.includes(query) ? 2 : 3;
  };
  return all.map(item => [rank(item), item]).filter(([at]) => at < 3).sort(([a], [b]) => a - b).slice(0, most).map(([, item]) => item);
}
