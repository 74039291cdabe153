// A picture needs words for those who cannot see it, or the word that it needs none.
import { made } from '../made.js';
import { field, openDialog } from './dialog.js';

export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Asks for a file (unless there is one, or a picture is only described anew) and for its words. */
export function askForPicture({ file, alt, send, onDone, onClose }) {
  const isNew = alt === undefined;
  const chosen = made('input', { className: 'input', type: 'file', accept: pictureTypes.join(',') });
  const words = made('input', { className: 'input', type: 'text', maxLength: 500, autocomplete: 'off', value: alt ?? '' });
  const decorative = made('input', { type: 'checkbox', checked: alt === '' });
  const decorativeLabel = made('label', { className: 'check' }, decorative, made('span', {}, 'Decorative: the text says all of it'));
  decorative.addEventListener('change', () => (words.disabled = decorative.checked));
  words.disabled = decorative.checked;

  openDialog(isNew ? 'Add picture' : 'Describe picture', {
    content: [
      ...(file ? [made('p', { className: 'picture-name' }, file.name)] : isNew ? [field('Picture', chosen, 'PNG, JPEG, GIF or WebP')] : []),
      field('What does it show?', words, 'For people who cannot see it'),
      decorativeLabel,
    ],
    submit: isNew ? 'Add picture' : 'Save',
    onClose,
    async onSubmit(control) {
      const picture = file ?? chosen.files[0];
      const description = decorative.checked ? '' : words.value.trim();
      if (isNew && !picture) {
        control.say('Choose a picture.', chosen);
      } else if (description === '' && !decorative.checked) {
        control.say('Describe the picture, or mark it as decorative.', words);
      } else if (!isNew) {
        control.close();
        onDone({ alt: description });
      } else {
        await add(control, picture, description);
      }
    },
  });

  async function add(control, picture, description) {
    control.say('');
    control.busy('Uploading…');
    try {
      const { url } = await send(picture, percent => control.busy(`Uploading, ${percent} %`));
      control.close();
      onDone({ src: url, alt: description });
    } catch (error) {
      control.busy();
      control.say(error.message);
    }
  }
}
