// A Markdown field becomes an editor that shows the text as it will look. The field stays the source: it always holds what is to
// be sent, and one button brings it back with the same text and the cursor in the same place.
import { say } from '../flash.js';
import { made } from '../made.js';
import { apply } from '../markdown-tools.js';
import { putText } from '../put-text.js';
import { rendered } from '../rendered.js';
import { within } from '../start.js';
import { tableButtons, textButtons } from './buttons.js';
import { offsetOf, positionOf, sameLetter } from './cursor.js';
import { escaped } from './escape-markdown.js';
import { askForLink } from './link-dialog.js';
import { askForPicture, pictureTypes } from './picture-dialog.js';
import { openRichText } from './rich-text.js';
import { documentOf } from './round-trip.js';
import { toolbar } from './toolbar.js';
import { upload } from './upload.js';
import { writeMarkdown } from './write-markdown.js';

export function start(root) {
  within(root, '[data-editor]').filter(box => !box.dataset.ready).forEach(open);
}

function open(box) {
  const area = box.querySelector('textarea');
  const label = box.querySelector('label');
  const form = area.form;
  const token = () => form.querySelector('[name="__RequestVerificationToken"]').value;
  const note = made('p', { className: 'hint writing-note', id: `${area.id}-note`, hidden: true });
  const host = made('div', { className: 'rich', hidden: true });
  const frame = made('div', { className: 'editor' });
  const render = text => rendered(box.dataset.preview, area.name, text, form);
  let isRich = false;
  let prose = null;

  const linkButton = { label: 'Link', icon: 'link', keys: 'Control+K', isOn: rich => rich.isActive('link'), act: link };
  const pictureButton = { label: 'Picture', icon: 'image', isOn: rich => rich.isActive('image'), act: () => picture() };
  const markdownButton = { label: 'Markdown', isOn: () => !isRich, act: toggle };
  const previewButton = { label: 'Preview', isOn: () => prose !== null, act: preview };
  const always = [markdownButton, previewButton];
  const tools = toolbar('Text style', [...textButtons, linkButton, pictureButton, ...always], press);
  const tableTools = toolbar('Table', tableButtons, ({ command }) => {
    command(rich.state, rich.view.dispatch);
    rich.view.focus();
  });
  tableTools.element.classList.add('table-tools');
  tableTools.element.hidden = true;

  area.before(frame);
  frame.append(tools.element, tableTools.element, host, area);
  frame.after(note);
  area.setAttribute('aria-describedby', [area.getAttribute('aria-describedby'), note.id].filter(Boolean).join(' '));

  const rich = openRichText({
    element: host,
    attributes: attributesOf(area, label),
    onChange,
    onMove: show,
    onLink: () => (rich.state.selection.empty && !rich.isActive('link') ? false : link() ?? true),
    onFiles: takeFiles,
  });
  area.addEventListener('paste', event => takeFiles(event.clipboardData.files) && event.preventDefault());
  area.addEventListener('drop', event => takeFiles(event.dataTransfer.files) && event.preventDefault());
  area.addEventListener('keydown', event => {
    if (event.key === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && area.selectionStart < area.selectionEnd) {
      event.preventDefault();
      event.stopPropagation();
      link();
    }
  });
  label.addEventListener('click', event => {
    if (isRich) {
      event.preventDefault();
      rich.view.focus();
    }
  });
  box.dataset.ready = '';
  show();
  toRich();

  function onChange() {
    area.value = writeMarkdown(rich.state.doc).text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function show() {
    tools.show(rich);
    tools.allow(button => prose === null || always.includes(button));
    tableTools.element.hidden = prose !== null || !isRich || !rich.isActive('table');
    host.hidden = prose !== null || !isRich;
    area.hidden = prose !== null || isRich;
  }

  function press(button) {
    if (button.act) {
      button.act();
    } else if (isRich) {
      button.run(atCursor()).run();
    } else {
      apply(area, button.plain);
    }
  }

  /** What is done next is done there, and the next key is for the text: Tiptap's own focus comes a frame later, and keys went astray. */
  function atCursor() {
    rich.view.focus();
    return rich.chain().scrollIntoView();
  }

  /** The element with the field's name is the one that can be seen, for whatever leads to it by its name. */
  function exchange(names) {
    [area.id, rich.view.dom.id] = names;
    label.htmlFor = area.id;
  }

  async function toRich() {
    const text = area.value;
    const { document, reason } = await documentOf(text, rich.schema, render);
    if (area.value !== text) {
      // Someone typed while the server was asked.
      return false;
    }

    note.textContent = reason ?? '';
    note.hidden = !reason;
    if (reason) {
      return false;
    }
    rich.chain().setMeta('addToHistory', false).setContent(document.toJSON(), { emitUpdate: false }).setTextSelection(1).run();
    isRich = true;
    exchange([`${area.id}-markdown`, area.id]);
    show();
    return true;
  }

  async function toggle() {
    await leavePreview();
    if (isRich) {
      toMarkdown();
      return;
    }

    const at = area.selectionStart;
    if (await toRich()) {
      const written = writeMarkdown(rich.state.doc);
      const place = positionOf(written, sameLetter(area.value, at, written.text), rich.state.doc.content.size);
      atCursor().setTextSelection(place).run();
    } else {
      area.focus();
    }
  }

  function toMarkdown() {
    const written = writeMarkdown(rich.state.doc);
    const at = sameLetter(written.text, offsetOf(written, rich.state.selection.from), area.value);
    isRich = false;
    exchange([rich.view.dom.id, '']);
    show();
    area.focus();
    area.setSelectionRange(at, at);
  }

  function leavePreview() {
    prose?.remove();
    prose = null;
    show();
  }

  async function preview() {
    if (prose) {
      leavePreview();
      (isRich ? rich.view : area).focus();
      return;
    }

    try {
      prose = await render(area.value);
    } catch {
      say('The preview needs a connection. Your text is kept.', { bad: true });
      return;
    }
    if (!prose) {
      say('There is nothing to show yet.');
      return;
    }
    prose.removeAttribute('id');
    prose.classList.add('preview');
    prose.tabIndex = -1;
    frame.append(prose);
    show();
    prose.focus();
  }

  function link() {
    const { from, to } = isRich ? rich.state.selection : { from: area.selectionStart, to: area.selectionEnd };
    askForLink({
      url: box.dataset.links,
      href: isRich ? rich.getAttributes('link').href : '',
      onRemove: isRich && rich.isActive('link') ? () => atCursor().extendMarkRange('link').unsetMark('link').run() : null,
      onChoose(href, title) {
        if (!isRich) {
          putLink(href, title, from, to);
        } else if (from === to && !rich.isActive('link')) {
          atCursor().insertContent({ type: 'text', text: title || href, marks: [{ type: 'link', attrs: { href } }] }).run();
        } else {
          atCursor().extendMarkRange('link').setMark('link', { href }).run();
        }
      },
    });
  }

  function putLink(href, title, from, to) {
    const words = area.value.slice(from, to) || escaped(title || href, { isLink: true });
    area.setSelectionRange(from, to);
    putText(area, `[${words}](${href})`);
  }

  /** True when there was a picture among the files; each is asked about, one after the other. */
  function takeFiles(files, position) {
    const pictures = [...files].filter(({ type }) => pictureTypes.includes(type));
    const next = () => pictures.length > 0 && picture(pictures.shift(), position, next);
    next();
    return pictures.length > 0 || [...files].some(({ type }) => pictureTypes.includes(type));
  }

  function picture(file, position, onClose) {
    const isChange = !file && isRich && rich.isActive('image');
    askForPicture({
      file,
      alt: isChange ? rich.getAttributes('image').alt : undefined,
      send: (chosen, onProgress) => upload(box.dataset.upload, token(), chosen, onProgress),
      onClose,
      onDone(attributes) {
        if (isChange) {
          atCursor().updateAttributes('image', attributes).run();
        } else if (isRich) {
          atCursor().insertContentAt(position ?? rich.state.selection.from, { type: 'image', attrs: attributes }).run();
        } else {
          putText(area, `![${escaped(attributes.alt, { isLink: true })}](${attributes.src})`);
        }
      },
    });
  }
}

function attributesOf(area, label) {
  const attributes = { class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label.firstChild.textContent.trim() };
  for (const name of ['aria-describedby', 'aria-invalid', 'aria-required']) {
    if (area.hasAttribute(name)) {
      attributes[name] = area.getAttribute(name);
    }
  }
  if (area.required) {
    attributes['aria-required'] = 'true';
  }
  return attributes;
}
