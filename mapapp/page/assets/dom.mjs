// Building elements. Text enters the page only as text nodes, links only as http(s).

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element: `el('button', {class: 'x', onclick: f, 'aria-label': 't'}, child, …)`.
 * Strings become text nodes; null and false children are left out.
 */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG elements. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== false && child !== undefined));
  return node;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
  else if (name === 'style') for (const [key, text] of Object.entries(value)) node.style.setProperty(key, text);
  else if (name === 'text') node.textContent = value;
  else node.setAttribute(name, value === true ? '' : String(value));
}

/** The address of an outside link if it is http or https and whole, else null. */
export function safeAddress(text) {
  try {
    const address = new URL(String(text));
    return address.protocol === 'http:' || address.protocol === 'https:' ? address.href : null;
  } catch {
    return null;
  }
}

/** A link to another site; a plain span when its address is not one we follow. */
export function outsideLink(address, text) {
  const href = safeAddress(address);
  if (!href) return el('span', {}, text);
  return el('a', {href, target: '_blank', rel: 'noopener noreferrer external'}, text);
}

/** A button with an icon and a name that is also its tooltip. */
export function iconButton(icon, label, onclick, more = {}) {
  return el('button', {type: 'button', class: 'mapapp-icon-button', 'aria-label': label, title: label, onclick, ...more}, icon);
}

/** Change a button's name and tooltip. */
export function rename(node, label) {
  node.setAttribute('aria-label', label);
  node.title = label;
}

/** An icon of 16 × 16 from path data, drawn in the text colour. */
export function icon(paths, size = 16) {
  return svg('svg', {viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true', class: 'mapapp-icon'},
    [].concat(paths).map((d) => svg('path', {d})));
}
