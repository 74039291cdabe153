// Choosing many rows. The bar itself comes and goes by style sheet, so that it also works without this.
const boxes = () => [...document.querySelectorAll('[data-queue] tbody [type="checkbox"]')];
let last = null;

export function listen() {
  document.addEventListener('click', event => {
    const box = event.target.closest?.('[data-queue] tbody [type="checkbox"]');
    if (box) {
      select(box, event.shiftKey);
    } else if (event.target.closest?.('[data-bulk-clear]')) {
      boxes().forEach(each => {
        each.checked = false;
      });
      count();
      boxes()[0]?.focus();
    }
  });
}

export function start() {
  count();
}

export function select(box, range) {
  const all = boxes();
  const from = all.indexOf(last);
  if (range && from >= 0) {
    const to = all.indexOf(box);
    all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(each => {
      each.checked = box.checked;
    });
  }

  last = box;
  count();
}

function count() {
  const shown = document.querySelector('[data-bulk-count]');
  if (shown) {
    shown.textContent = `${boxes().filter(({ checked }) => checked).length} selected`;
  }
}
