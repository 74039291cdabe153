// What a text may hold: exactly what the server's Markdown knows.
import { Mark, Node, mergeAttributes } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { ownPicture } from './own-picture.js';
import { tables } from './tables.js';

/** Without blank lines between the items; read from foreign HTML, a list is tight unless its items hold paragraphs. */
const isTight = {
  isTight: { default: true, rendered: false, parseHTML: list => !list.querySelector(':scope > li > p') },
};

const items = ListItem.extend({
  content: 'block+',
  addAttributes() {
    return {
      done: {
        default: null,
        parseHTML: item => (item.dataset.done ? item.dataset.done === 'true' : null),
        renderHTML: ({ done }) => (done === null ? {} : { 'data-done': String(done) }),
      },
    };
  },
});

const bulletLists = BulletList.extend({ addAttributes: () => isTight });

const orderedLists = OrderedList.extend({
  addAttributes() {
    const { start } = this.parent();
    return { start, ...isTight };
  },
});

const link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: '' }, title: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: ({ protocol }) => (['http:', 'https:', 'mailto:'].includes(protocol) ? null : false) }],
  // A link without an address: a press of it is for the writer, not for the browser.
  renderHTML: ({ HTMLAttributes: { href, title } }) => ['a', { 'data-href': href, title: title ?? href, class: 'link' }, 0],
});

const pathOf = picture => ownPicture(picture.getAttribute('src'), location.origin);

const image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: true,
  addAttributes: () => ({ src: { default: '', parseHTML: pathOf }, alt: { default: '' }, title: { default: null } }),
  parseHTML: () => [{ tag: 'img[src]', getAttrs: picture => pathOf(picture) !== null && null }],
  // Readers get a picture from elsewhere as a link, since its host would learn who reads.
  renderHTML: ({ HTMLAttributes }) => (ownPicture(HTMLAttributes.src, location.origin)
    ? ['img', mergeAttributes(HTMLAttributes)]
    : ['span', { class: 'remote-image' }, `Picture: ${HTMLAttributes.alt || HTMLAttributes.src}`]),
});

// What is typed makes no image and no link here, only what the toolbar and the dialogs put in.
export const schemaExtensions = [
  Document, Paragraph, Text, HardBreak, Heading.configure({ levels: [1, 2, 3, 4, 5, 6] }), Blockquote, HorizontalRule, CodeBlock,
  bulletLists, orderedLists, items, ListKeymap, Bold, Italic, Strike, Code.extend({ excludes: '' }), link, image, ...tables,
];
