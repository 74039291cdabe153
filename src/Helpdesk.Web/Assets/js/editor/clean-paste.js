// HTML from Word and from the web, made plain before the editor reads it: what it cannot hold leaves without a trace, and what
// only looks like a list becomes one.
export function cleanPaste(html) {
  const page = parsed(html);
  const body = page.body;
  body.querySelectorAll('script, meta, link, title, template, svg, o\\:p').forEach(element => element.remove());
  wordLists(page);
  body.querySelectorAll('[data-style]').forEach(element => sayByTag(page, element));
  body.querySelectorAll('td, th').forEach(oneLine);
  body.querySelectorAll('h1').forEach(heading => rename(page, heading, 'h2'));
  body.querySelectorAll('p, div').forEach(block => {
    if (block.textContent.trim() === '' && !block.querySelector('img')) {
      block.remove();
    }
  });
  return body.innerHTML;
}

/** The content security policy forbids the styles of others, even where they would not show. */
function parsed(html) {
  const bare = html.replace(/<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle(?=\s*=)/gi, ' data-style'));
  return new DOMParser().parseFromString(bare, 'text/html');
}

/** A picture copied from a page comes as HTML too, one copied from Word along with its text. */
export const holdsText = html => parsed(html).body.textContent.trim() !== '';

const meanings = [['strong', /(?<!-)font-weight:\s*(?:bold|[6-9]00)/i], ['em', /font-style:\s*italic/i], ['s', /text-decoration[^;]*line-through/i]];

/** What only a style says. */
function sayByTag(page, element) {
  const style = element.dataset.style;
  element.removeAttribute('data-style');
  if (/^(?:b|strong)$/i.test(element.tagName) && /(?<!-)font-weight:\s*(?:normal|[1-4]00)/i.test(style)) {
    element.replaceWith(...element.childNodes);
  } else if (element.tagName === 'SPAN') {
    for (const [name] of meanings.filter(([, pattern]) => pattern.test(style))) {
      const around = page.createElement(name);
      around.append(...element.childNodes);
      element.append(around);
    }
  }
}

/** A cell has one line. */
function oneLine(cell) {
  cell.querySelectorAll('br, p, div, li').forEach(block => block.after(' '));
  cell.textContent = cell.textContent.replace(/\s+/g, ' ').trim();
}

function rename(page, element, name) {
  const renamed = page.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

// Word writes the items of a list as paragraphs with a bullet or a number in front, and their depth in the style.
function wordLists(page) {
  let lists = [];
  for (const paragraph of [...page.body.querySelectorAll('p')]) {
    const level = /mso-list:[^;"]*level(\d)/i.exec(paragraph.dataset.style)?.[1];
    if (!level) {
      lists = [];
      continue;
    }

    if (!(lists[0]?.parentElement && isNextTo(lists[0], paragraph))) {
      lists = [];
    }
    addItem(page, paragraph, Number(level), lists);
  }
}

const isNextTo = (list, paragraph) => list.nextElementSibling === paragraph;

function addItem(page, paragraph, level, lists) {
  const isNumbered = /^\s*(?:\d+|[a-z]|[ivx]+)[.)]/i.test(paragraph.textContent);
  paragraph.querySelectorAll('[data-style*="mso-list:Ignore" i]').forEach(marker => marker.remove());
  lists.length = Math.min(lists.length, level);
  while (lists.length < level) {
    const list = page.createElement(isNumbered ? 'ol' : 'ul');
    const parent = lists.at(-1);
    if (parent) {
      (parent.lastElementChild ?? parent.appendChild(page.createElement('li'))).append(list);
    } else {
      paragraph.before(list);
    }
    lists.push(list);
  }
  const item = page.createElement('li');
  item.append(...paragraph.childNodes);
  lists.at(-1).append(item);
  paragraph.remove();
}
