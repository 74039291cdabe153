// Tables as Markdown has them: one row of headings, cells of one line, columns with an alignment.
import { Node, getExtensionField } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';

const align = {
  default: null,
  parseHTML: cell => /\balign-(left|center|right)\b/.exec(cell.className)?.[1] ?? null,
  renderHTML: attributes => (attributes.align ? { class: `align-${attributes.align}` } : {}),
};

// The table commands of ProseMirror count with these, Markdown has no cells that span others.
const one = { default: 1, rendered: false, parseHTML: () => 1 };

const cell = (name, tag, role) => Node.create({
  name,
  content: 'inline*',
  tableRole: role,
  isolating: true,
  addAttributes: () => ({ align, colspan: one, rowspan: one, colwidth: { default: null, rendered: false, parseHTML: () => null } }),
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

const row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  tableRole: 'row',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

/** Whatever was done to a table: its first row is the one of headings, and says how each column is aligned. */
function firstRowIsHeading() {
  return new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some(({ docChanged }) => docChanged)) {
        return null;
      }
      const change = state.tr;
      state.doc.descendants((node, pos) => {
        if (node.type.name === 'table') {
          mend(node, pos, change);
        }
      });
      return change.docChanged ? change : null;
    },
  });
}

function mend(table, pos, change) {
  const { tableHeader, tableCell } = table.type.schema.nodes;
  table.forEach((line, lineOffset, index) => line.forEach((each, offset, column) => {
    const type = index === 0 ? tableHeader : tableCell;
    const wanted = table.firstChild.maybeChild(column)?.attrs.align ?? null;
    if (each.type !== type || each.attrs.align !== wanted) {
      change.setNodeMarkup(pos + lineOffset + offset + 2, type, { ...each.attrs, align: wanted });
    }
  }));
}

const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  tableRole: 'table',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  extendNodeSchema: extension => ({ tableRole: getExtensionField(extension, 'tableRole') }),
  addKeyboardShortcuts() {
    const go = direction => () => goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    const isInCell = () => isInTable(this.editor.state);
    return { Tab: go(1), 'Shift-Tab': go(-1), Enter: () => isInCell() && (go(1)() || true), 'Shift-Enter': isInCell };
  },
  addProseMirrorPlugins: () => [tableEditing(), firstRowIsHeading()],
});

export const tables = [table, row, cell('tableHeader', 'th', 'header_cell'), cell('tableCell', 'td', 'cell')];
