// Presses or focuses what may not be on this page, and says whether it was.
export function click(element) {
  element?.click();
  return Boolean(element);
}

export function focus(element) {
  element?.focus();
  return Boolean(element);
}
