// Free of the page, so that it can be tested alone.

/** What a person means by an address, or null when no reader could follow it. */
export function addressOf(typed) {
  const text = typed.trim();
  if (/^(?:https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?|mailto:\S+|\/(?!\/)\S*)$/i.test(text)) {
    return text;
  }
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) {
    return `mailto:${text}`;
  }
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(text) ? `https://${text}` : null;
}
