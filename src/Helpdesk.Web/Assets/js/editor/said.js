// What a rendered text says to its readers. Bold within italic looks like italic within bold, and two bold words side by side
// like one; all else has to be the same for two texts to say the same.
const inlineNames = ['A', 'CODE', 'DEL', 'EM', 'STRONG'];

const startTag = element => `<${element.localName}${[...element.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('')}>`;

export function said(root) {
  const runs = [];
  const say = (marks, text) => {
    if (runs.at(-1)?.marks === marks) {
      runs.at(-1).text += text;
    } else if (text !== '') {
      runs.push({ marks, text });
    }
  };
  const walk = (node, marks) => {
    for (const child of node.childNodes) {
      if (child.nodeType !== Node.ELEMENT_NODE) {
        say(marks.join(' '), child.textContent);
      } else if (inlineNames.includes(child.tagName) && child.parentElement.tagName !== 'PRE') {
        walk(child, [...new Set([...marks, startTag(child)])].sort());
      } else {
        say('', startTag(child));
        walk(child, marks);
        say('', `</${child.localName}>`);
      }
    }
  };
  walk(root, []);
  return runs.map(({ marks, text }) => `${marks}:${text}`).join('\n');
}
