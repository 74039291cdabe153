const words = 'You are offline. Your texts are kept on this device.';
let bar;

export function listen() {
  bar = document.createElement('div');
  bar.className = 'top-bar offline';
  bar.setAttribute('role', 'status');
  bar.hidden = true;
  (document.querySelector('.top') ?? document.querySelector('.skip-link'))?.after(bar);
  addEventListener('offline', show);
  addEventListener('online', show);
  show();
}

function show() {
  bar.hidden = navigator.onLine;
  bar.textContent = navigator.onLine ? '' : words;
}
