// What a person has filled in, out of the fields of a form and back into them.
import { isKept } from './draft-copy.js';

const fields = form => [...form.elements].filter(isKept);

export function valuesOf(form) {
  const values = {};
  for (const field of fields(form)) {
    if (field.type === 'checkbox') {
      values[field.name] = [...(values[field.name] ?? []), ...(field.checked ? [field.value] : [])];
    } else if (field.type !== 'radio' || field.checked) {
      values[field.name] = field.value;
    }
  }
  return values;
}

/** True when that changed something. */
export function fill(form, values) {
  let changed = false;
  for (const field of fields(form)) {
    const value = values[field.name];
    if (value === undefined) {
      continue;
    }

    if (field.type === 'radio' || field.type === 'checkbox') {
      const checked = [].concat(value).includes(field.value);
      changed ||= checked !== field.checked;
      field.checked = checked;
    } else if (field.value !== value) {
      field.value = value;
      changed = true;
    }
  }
  return changed;
}
