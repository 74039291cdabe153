const shortest = 12;

/** What is wrong with a password, in words, or undefined; known is { what it is: text }. The server decides by the same rules. */
export function problemOf(password, known) {
  const missing = shortest - [...password].length;
  if (missing > 0) {
    return `Too short: ${missing} more ${missing === 1 ? 'character' : 'characters'}.`;
  }

  const plain = plainOf(password);
  for (const [what, text] of Object.entries(known)) {
    const words = plainOf(text).split(/[ .\-_+']+/).filter(Boolean);
    if ([...words, words.join('')].some(word => isTelling(word) && plain.includes(word))) {
      return `Easy to guess: contains ${what}.`;
    }
  }

  return undefined;
}

const plainOf = text => text.normalize('NFKC').toUpperCase();

// Two characters of Chinese are a whole name; a short word of an alphabet is part of too many others.
const isTelling = word => word.length >= (/[\u2E80-\uFFFF]/.test(word) ? 2 : 4);
