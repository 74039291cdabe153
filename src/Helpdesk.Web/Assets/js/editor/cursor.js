// Where the cursor of one way to write stands in the other. Free of the page, so that it can be tested alone.
const letters = /[\p{L}\p{N}]/gu;

/** The place in the second text that has as many letters before it as the place in the first: behind the same letter, or before. */
export function sameLetter(first, at, second) {
  if (first === second) {
    return at;
  }

  const before = first.slice(0, at).match(letters)?.length ?? 0;
  const places = [...second.matchAll(letters)].map(({ index }) => index);
  const isBehindLetter = /[\p{L}\p{N}]$/u.test(first.slice(0, at));
  return isBehindLetter ? (places[before - 1] ?? second.length - 1) + 1 : (places[before] ?? second.length);
}

/** The place in the Markdown for a position in the document, by the places that writeMarkdown gives. */
export function offsetOf({ text, places }, position) {
  const at = places.findLastIndex(([from]) => from <= position);
  if (at < 0) {
    return 0;
  }
  const [from, offset] = places[at];
  return Math.min(offset + position - from, places[at + 1]?.[1] ?? text.length);
}

/** The position in the document for a place in the Markdown. */
export function positionOf({ places }, offset, size) {
  const at = places.findLastIndex(([, start]) => start <= offset);
  if (at < 0) {
    return places[0]?.[0] ?? 1;
  }
  const [position, start] = places[at];
  return Math.min(position + offset - start, (places[at + 1]?.[0] ?? size) - 1);
}
