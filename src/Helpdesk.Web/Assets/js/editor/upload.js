// Sends a picture and says how far it is. An answer that is a refusal becomes the sentence that it holds.
const unsaid = 'The picture was not uploaded. Your text is kept. Try again.';

export function upload(url, token, file, onProgress) {
  const body = new FormData();
  body.append('__RequestVerificationToken', token);
  body.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.responseType = 'text';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? Math.floor((100 * loaded) / total) : 0));
    request.addEventListener('error', () => reject(new Error(unsaid)));
    request.addEventListener('load', () => {
      const answer = read(request.responseText);
      if (request.status >= 200 && request.status < 300 && answer?.url) {
        resolve(answer);
      } else {
        reject(new Error(sentenceOf(answer)));
      }
    });
    request.send(body);
  });
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const sentenceOf = problem => Object.values(problem?.errors ?? {}).flat()[0] ?? problem?.detail ?? problem?.title ?? unsaid;
