// Whether the editor can hold a text without loss.
import { said } from './said.js';
import { readMarkdown } from './read-markdown.js';
import { writeMarkdown } from './write-markdown.js';

const offline = 'The editor needs a connection to take this text over. You can go on in Markdown.';
const lossy = 'This text holds Markdown that the editor would change. It stays as it is here.';

/** The document, or the reason why the text has to stay Markdown. What the editor would write must read like the text itself. */
export async function documentOf(markdown, schema, render) {
  let document;
  try {
    document = schema.nodeFromJSON(readMarkdown(markdown));
    document.check();
  } catch (error) {
    // The schema refuses what it cannot hold.
    if (error instanceof RangeError) {
      return { reason: lossy };
    }
    throw error;
  }

  const { text } = writeMarkdown(document);
  if (text.trim() === markdown.trim()) {
    return { document };
  }
  try {
    const [before, after] = await Promise.all([markdown, text].map(each => (each.trim() === '' ? null : render(each))));
    return saidOf(before) === saidOf(after) ? { document } : { reason: lossy };
  } catch {
    return { reason: offline };
  }
}

const saidOf = prose => (prose ? said(prose) : '');
