// Asks for a page as it is now and reads it, so that a part of it can be taken.
export async function readPage(url, { headers, ...options } = {}) {
  const answer = await fetch(url, { ...options, headers: { Accept: 'text/html', ...headers } });
  return { page: new DOMParser().parseFromString(await answer.text(), 'text/html'), isOk: answer.ok };
}
