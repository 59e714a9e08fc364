// A mark as a small SVG, for lists, cards, tips and the legend.

import {svg} from './dom.mjs';
import {ICON_SHIFT, ICONS, shapeOf} from './signs.mjs';

/**
 * The sign of a layer and kind; `hollow` for an event that is only possibly active, `mark` (from
 * marksOfKinds) for a kind that has no sign of its own.
 */
export function signView({layer, kind, mark, hollow = false, size = 22}) {
  const shift = 8 + (ICON_SHIFT[layer] ?? 0);
  const share = layer === 'border_points' ? 0.56 : 0.66;
  return svg('svg', {viewBox: '-1 -1 18 18', width: size, height: size, 'aria-hidden': 'true', 'data-slot': mark?.slot,
    class: `mapapp-sign${hollow ? ' mapapp-sign-hollow' : ''}`, 'data-kind': kind ?? ''},
  svg('path', {class: 'mapapp-sign-shape', d: shapeOf(layer)}),
  mark ? svg('text', {class: 'mapapp-sign-letter', x: 8, y: shift + 3}, mark.letter) : null,
  kind && ICONS[kind] ? svg('path', {class: 'mapapp-sign-icon', d: ICONS[kind], transform: `translate(8 ${shift}) scale(${share}) translate(-8 -8)`}) : null);
}
