// Prints texts and what the editor makes of them, for the test that compares what the server makes of both:
// node round-trips.mjs <count>
import { getSchema } from '@tiptap/core';
import { readMarkdown } from '../../src/Helpdesk.Web/Assets/js/editor/read-markdown.js';
import { schemaExtensions } from '../../src/Helpdesk.Web/Assets/js/editor/schema.js';
import { writeMarkdown } from '../../src/Helpdesk.Web/Assets/js/editor/write-markdown.js';
import { text } from './texts.mjs';

const schema = getSchema(schemaExtensions);
const pairs = Array.from({ length: Number(process.argv[2]) }, (_, seed) => {
  const before = text(seed + 1);
  return { before, after: writeMarkdown(schema.nodeFromJSON(readMarkdown(before))).text };
});
process.stdout.write(JSON.stringify(pairs));
