// What a local copy of a draft is and when it wins. Free of the page, so that it can be tested alone.
export const copyPrefix = 'draft:';

export const copyKey = (person, url) => `${copyPrefix}${person}:${url}`;

/**
 * A copy that the server has confirmed says nothing new: if the server no longer has the draft, it was sent or thrown
 * away elsewhere. A copy that it never confirmed wins when it is younger.
 */
export function copyWins(copy, serverAt) {
  if (!copy || copy.saved) {
    return false;
  }

  return !serverAt || copy.at > Date.parse(serverAt);
}

/** The fields that a person fills in; tokens, passwords and files stay out of local storage. */
export function isKept({ name, type }) {
  return Boolean(name) && !['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'].includes(type);
}

export function readCopy(text) {
  try {
    const copy = JSON.parse(text);
    return copy && typeof copy.at === 'number' && typeof copy.fields === 'object' ? copy : null;
  } catch {
    return null;
  }
}
