// Partial updates ask for whole pages and take their part. When an answer has no such part (signed out, refused,
// someone was faster), the reader gets the page that the server meant.
import { say } from './flash.js';

export function listen() {
  document.addEventListener('htmx:configRequest', ({ detail }) => {
    if (detail.verb === 'get') {
      for (const name of Object.keys(detail.parameters)) {
        if (detail.parameters[name] === '') {
          delete detail.parameters[name];
        }
      }
    }
  });

  document.addEventListener('htmx:beforeSwap', event => {
    const { xhr, requestConfig } = event.detail;
    const part = requestConfig.elt.getAttribute('hx-select');
    if (!part) {
      return;
    }

    const page = new DOMParser().parseFromString(xhr.responseText, 'text/html');
    if (xhr.status === 400 && requestConfig.verb === 'get' && page.querySelector(part)) {
      // A filter that is not understood: the part says so, and what was typed stays as it is.
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    } else if (xhr.status >= 400 || !page.querySelector(part)) {
      event.detail.shouldSwap = false;
      event.preventDefault();
      fallBack(requestConfig, xhr);
    } else if (page.title) {
      document.title = page.title;
    }
  });

  for (const failure of ['htmx:sendError', 'htmx:timeout']) {
    document.addEventListener(failure, ({ detail }) => {
      say('Not saved. Check your connection and try again.', { bad: true });
      if (detail.requestConfig?.verb === 'post') {
        detail.elt.reset?.();
      }
    });
  }

  document.addEventListener('htmx:afterSettle', ({ detail }) => {
    if (document.activeElement === document.body) {
      const heading = detail.target?.querySelector?.('h1, h2') ?? document.querySelector('main');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
    }
  });
}

function fallBack(request, xhr) {
  if (request.verb === 'post' && xhr.status >= 400 && request.elt.matches('form')) {
    // Refused, so nothing was done; sending it as a plain form shows why.
    request.elt.submit();
  } else {
    location.assign(xhr.responseURL || location.href);
  }
}
