/** Lets an element light up once; with reduced motion the style leaves it still. */
export function changed(element) {
  element.classList.remove('changed');
  void element.offsetWidth;
  element.classList.add('changed');
}
