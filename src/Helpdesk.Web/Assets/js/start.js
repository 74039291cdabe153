// A behaviour may export listen() for what is heard on the document, once, and start(root) for what needs a look
// at the elements, also at those that a partial update brings. One that fails must not stop the others.
function guarded(run) {
  try {
    run();
  } catch (error) {
    console.error(error);
  }
}

export function startAll(behaviours) {
  for (const { listen, start } of behaviours) {
    guarded(() => listen?.());
    guarded(() => start?.(document));
  }

  document.addEventListener('htmx:load', event => {
    // The page as a whole is announced once too; it was started above.
    if (event.target !== document.body) {
      for (const { start } of behaviours) {
        guarded(() => start?.(event.target));
      }
    }
  });
}

/** The elements in a part of the page, the part itself included. */
export function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  return root instanceof Element && root.matches(selector) ? [root, ...found] : found;
}
