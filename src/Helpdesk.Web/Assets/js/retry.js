// "Try again in 20 seconds", and the page does so by itself. The server marks only pages that are safe to repeat.
export function start(root) {
  const mark = root.querySelector('[data-retry-after]');
  if (!mark) {
    return;
  }

  const shown = mark.querySelector('[data-retry-seconds]');
  let left = Math.max(1, Number(mark.dataset.retryAfter) || 30);
  const timer = setInterval(() => {
    left -= 1;
    if (left <= 0 && navigator.onLine) {
      clearInterval(timer);
      location.reload();
    } else if (shown && left > 0) {
      shown.textContent = String(left);
    }
  }, 1_000);
}
