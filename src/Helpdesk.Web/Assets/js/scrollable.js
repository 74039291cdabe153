// A wide table in a message scrolls in its own box; the keyboard must reach it.
import { within } from './start.js';

export function start(root) {
  for (const table of within(root, '.prose table')) {
    if (table.scrollWidth > table.clientWidth) {
      table.tabIndex = 0;
    }
  }
}
