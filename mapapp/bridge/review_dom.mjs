// Elements, and drawing anew without losing what a reader is typing.

/** An element; `onX` attributes are listeners, null and false ones are left out. Text stays text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A field that `redraw` knows again: its key, and the value that it began with. */
export function entry(tag, key, value, attributes = {}, ...children) {
  const node = el(tag, {'data-key': key, 'data-was': value ?? '', ...attributes}, ...children);
  node.value = value ?? '';
  return node;
}

/**
 * Draw `root` anew; focus, opened parts and text that was typed but not sent stay. A field whose
 * value changed by the drawing shows the new one.
 */
export function redraw(root, draw) {
  const active = root.getRootNode().activeElement;
  const focused = root.contains(active) ? active.dataset.key : null;
  const caret = focused && active.tagName === 'INPUT' && active.type === 'text' ? [active.selectionStart, active.selectionEnd] : null;
  const open = new Map();
  const typed = new Map();
  for (const node of root.querySelectorAll('[data-key]')) {
    const {key, was} = node.dataset;
    if (node.tagName === 'DETAILS') open.set(key, node.open);
    else if (was !== undefined && node.value !== was) typed.set(key, {was, value: node.value});
  }
  draw();
  for (const node of root.querySelectorAll('[data-key]')) {
    const {key, was} = node.dataset;
    if (node.tagName === 'DETAILS' && open.has(key)) node.open = open.get(key);
    if (typed.get(key)?.was === was && was !== undefined) node.value = typed.get(key).value;
    if (key !== focused) continue;
    node.focus({preventScroll: true});
    if (caret && node.type === 'text') node.setSelectionRange(...caret);
  }
}
