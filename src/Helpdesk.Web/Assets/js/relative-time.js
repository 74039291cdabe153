const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "6 min ago", up to seven days; after that the date that the page came with says more, so null. */
export function relativeTime(then, now) {
  const ago = now - then;
  if (Number.isNaN(ago) || ago >= 7 * day) {
    return null;
  }

  if (ago < -minute) {
    return null;
  }

  if (ago < minute) {
    return 'just now';
  }

  if (ago < hour) {
    return `${Math.floor(ago / minute)} min ago`;
  }

  if (ago < day) {
    return `${Math.floor(ago / hour)} h ago`;
  }

  const days = Math.floor(ago / day);
  return days === 1 ? '1 day ago' : `${days} days ago`;
}
