// The buttons of the toolbar: what each does to the document, and which sign of Markdown it is in the plain field.
import { TextSelection } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';

const heading = level => ({
  label: `Heading ${level}`,
  icon: `heading-${level}`,
  plain: `heading-${level}`,
  run: chain => chain.toggleHeading({ level }),
  isOn: editor => editor.isActive('heading', { level }),
});

const mark = (name, label, icon, plain, keys) => ({
  label,
  icon,
  plain,
  keys,
  run: chain => chain.toggleMark(name),
  isOn: editor => editor.isActive(name),
});

function newTable(chain) {
  const words = column => [{ type: 'text', text: `Heading ${column + 1}` }];
  const row = (type, content) => ({ type: 'tableRow', content: Array.from({ length: 3 }, (_, column) => ({ type, content: content?.(column) })) });
  return chain
    .insertContent({ type: 'table', content: [row('tableHeader', words), row('tableCell'), row('tableCell')] })
    .command(({ tr }) => selectFirstCell(tr));
}

function selectFirstCell(tr) {
  let at;
  tr.doc.nodesBetween(0, tr.selection.to, (node, pos) => {
    at = node.type.name === 'table' ? pos : at;
  });
  tr.setSelection(TextSelection.create(tr.doc, at + 3, at + 3 + tr.doc.nodeAt(at + 2).content.size));
  return true;
}

export const textButtons = [
  mark('bold', 'Bold', 'bold', 'bold', 'Control+B'),
  mark('italic', 'Italic', 'italic', 'italic', 'Control+I'),
  mark('strike', 'Strikethrough', 'strikethrough', 'strike'),
  mark('code', 'Code', 'code', 'code'),
  heading(2),
  heading(3),
  heading(4),
  { label: 'Bulleted list', icon: 'list', plain: 'list', run: chain => chain.toggleBulletList(), isOn: editor => editor.isActive('bulletList') },
  { label: 'Numbered list', icon: 'list-ordered', plain: 'numbers', run: chain => chain.toggleOrderedList(), isOn: editor => editor.isActive('orderedList') },
  { label: 'Quote', icon: 'text-quote', plain: 'quote', run: chain => chain.toggleBlockquote(), isOn: editor => editor.isActive('blockquote') },
  { label: 'Code block', icon: 'square-code', plain: 'code-block', run: chain => chain.toggleCodeBlock(), isOn: editor => editor.isActive('codeBlock') },
  { label: 'Line', icon: 'minus', plain: 'rule', run: chain => chain.setHorizontalRule() },
  { label: 'Table', icon: 'table', plain: 'table', run: newTable },
];

export const tableButtons = [
  { label: 'Add row', command: addRowAfter },
  { label: 'Add column', command: addColumnAfter },
  { label: 'Delete row', command: deleteRow },
  { label: 'Delete column', command: deleteColumn },
  { label: 'Delete table', command: deleteTable },
];
