import { readPage } from './read-page.js';

/** A text as its readers will see it, made by the server; null when it has nothing to show. Throws without a connection. */
export async function rendered(url, field, text, form) {
  const body = new URLSearchParams({ [field]: text, __RequestVerificationToken: form.querySelector('[name="__RequestVerificationToken"]').value });
  const { page, isOk } = await readPage(url, { method: 'POST', body, redirect: 'error' });
  return isOk ? page.getElementById('preview') : null;
}
