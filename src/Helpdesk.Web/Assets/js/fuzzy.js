// How well a text answers to what was typed: 0 for not at all. Free of the page, so that it can be tested alone.
export function fuzzy(typed, text) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  const within = plain(text);
  let sum = 0;
  for (const word of words) {
    const score = scoreOf(word, within);
    if (score === 0) {
      return 0;
    }

    sum += score;
  }

  return words.length === 0 ? 0 : sum / words.length;
}

// Accents are no part of what one types in a hurry.
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function scoreOf(word, text) {
  const at = text.indexOf(word);
  if (at === 0) {
    return 100;
  }

  if (at > 0) {
    return /[\p{L}\p{N}]/u.test(text[at - 1]) ? 40 : 80;
  }

  // All letters in their order, close together and the first at the beginning of a word.
  const start = text.split(/[^\p{L}\p{N}]+/u).some(part => part.startsWith(word[0]));
  let from = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, from + 1);
    if (next < 0) {
      return 0;
    }

    gaps += from < 0 ? 0 : next - from - 1;
    from = next;
  }

  return start && word.length > 1 ? Math.max(1, 30 - gaps) : 0;
}
