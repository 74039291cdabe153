// The editor itself, set up for this product. The content security policy allows no style of its own.
import { Editor, Extension } from '@tiptap/core';
import { Gapcursor, UndoRedo } from '@tiptap/extensions';
import { cleanPaste, holdsText } from './clean-paste.js';
import { schemaExtensions } from './schema.js';

export function openRichText({ element, attributes, onChange, onMove, onLink, onFiles }) {
  return new Editor({
    element,
    injectCSS: false,
    extensions: [...schemaExtensions, Gapcursor, UndoRedo, Extension.create({ name: 'linkKey', addKeyboardShortcuts: () => ({ 'Mod-k': onLink }) })],
    editorProps: {
      attributes,
      handleDOMEvents: { keydown: hearOfCursor },
      transformPastedHTML: cleanPaste,
      handlePaste: (_, { clipboardData }) => holdsText(clipboardData.getData('text/html')) ? false : onFiles(clipboardData.files),
      handleDrop: (view, event, _, isMove) => {
        if (isMove || !event.dataTransfer?.files.length) {
          return false;
        }
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return onFiles(event.dataTransfer.files, at?.pos);
      },
    },
    onUpdate: onChange,
    onTransaction: onMove,
  });
}

/** Browsers say a moment later that the cursor moved: the next key could come first, meet the selection that was left, and replace it. */
function hearOfCursor(view) {
  if (!view.composing) {
    document.dispatchEvent(new Event('selectionchange'));
  }
  return false;
}
