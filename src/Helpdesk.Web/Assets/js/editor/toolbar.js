// The toolbars as elements: one for the text, one that is there while the cursor is in a table.
import { made } from '../made.js';
import { oneStop } from '../one-stop.js';

const namespace = 'http://www.w3.org/2000/svg';

function drawn(name) {
  const icon = document.createElementNS(namespace, 'svg');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', `/dist/icons.svg#${name}`);
  icon.append(use);
  return icon;
}

/** With a press of the mouse the cursor stays where it is. */
function button({ label, icon, keys, isOn }, press) {
  const element = made('button', { type: 'button' }, icon ? drawn(icon) : label);
  if (icon) {
    element.ariaLabel = label;
    element.title = keys ? `${label} (${keys.replace('Control', 'Ctrl')})` : label;
  }
  if (keys) {
    element.ariaKeyShortcuts = keys;
  }
  if (isOn) {
    element.ariaPressed = 'false';
  }
  element.addEventListener('mousedown', event => event.preventDefault());
  element.addEventListener('click', press);
  return element;
}

/** What each button says of itself, and what is told of a press. */
export function toolbar(name, definitions, press) {
  const buttons = definitions.map(definition => button(definition, () => press(definition)));
  const element = made('div', { className: 'tools', role: 'toolbar', ariaLabel: name }, ...buttons);
  oneStop(element);
  return {
    element,
    show(state) {
      definitions.forEach(({ isOn }, index) => {
        if (isOn) {
          buttons[index].ariaPressed = String(isOn(state));
        }
      });
    },
    allow(isAllowed) {
      definitions.forEach((definition, index) => (buttons[index].hidden = !isAllowed(definition)));
    },
  };
}
