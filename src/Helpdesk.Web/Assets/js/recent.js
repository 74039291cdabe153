// What a person chose from the command menu lately. Free of the page, so that it can be tested alone.
export const recentPrefix = 'recent:';

export const recentKey = person => `${recentPrefix}${person}`;

const most = 8;

export function remember(list, { group, text, url }) {
  return [{ group, text, url }, ...list.filter(each => each.text !== text || each.url !== url)].slice(0, most);
}

export function readRecent(text) {
  try {
    const list = JSON.parse(text);
    return Array.isArray(list) ? list.filter(each => each && typeof each.text === 'string' && (each.url === undefined || isHere(each.url))) : [];
  } catch {
    return [];
  }
}

// A path of this site: "//elsewhere" and "javascript:" are none.
const isHere = url => typeof url === 'string' && /^\/(?![/\\])/.test(url);
