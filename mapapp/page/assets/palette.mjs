// Colours for the canvas, read from the style sheet so that each is written down once (tokens.css).

const NAMES = [
  'sea', 'land', 'coast', 'border', 'river', 'town', 'town-text', 'country-text', 'halo',
  'paper', 'ink', 'muted', 'line', 'accent', 'select', 'area', 'disc', 'arc', 'arc-supply', 'on-mark', 'mark-edge',
];

/** Colours by name, and `kind(word)`, as they hold for `root` now; `marks` as from marksOfKinds. */
export function readPalette(root, kinds, marks) {
  const style = getComputedStyle(root);
  const read = (name) => style.getPropertyValue(`--mapapp-${name}`).trim();
  const colours = Object.fromEntries(NAMES.map((name) => [name, read(name)]));
  const byKind = new Map(kinds.map((kind) => [kind, marks.has(kind) ? read(`other-${marks.get(kind).slot}`) : read(`kind-${kind}`) || read('kind-other')]));
  return {...colours, kind: (word) => byKind.get(word) ?? read('kind-other'), letter: (word) => marks.get(word)?.letter ?? null, font: read('font')};
}
