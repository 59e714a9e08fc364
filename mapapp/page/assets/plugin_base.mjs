// Our offline base map under the layers of a folium map.

import {decodeBase, paintBase} from './base_map.mjs';
import {createCanvasLayer} from './canvas_layer.mjs';

const PANE = 'mapapp-base';
/** The light colours of tokens.css; a map that is not ours has no style sheet of ours. */
const PALETTE = {
  sea: '#d3e0e8', land: '#f7f5f0', coast: '#a9bac6', border: '#a08f7d', river: '#9dbccd', town: '#857b70',
  'town-text': '#6b6259', 'country-text': '#93877a', halo: '#f7f5f0', font: '"Helvetica Neue", "Segoe UI", "Noto Sans", sans-serif',
};

/** Draw the base of the block `id` of a document under everything else of a map. */
export function drawBase(L, map, document, id) {
  const payload = JSON.parse(document.getElementById(id).textContent);
  const base = decodeBase(payload);
  const pane = map.createPane(PANE);
  pane.style.zIndex = 150;
  pane.style.pointerEvents = 'none';
  const words = {key: 'en', name: (names) => names?.en ?? Object.values(names ?? {})[0] ?? ''};
  const paint = (context, view) => paintBase(context, view, {base, places: [], palette: PALETTE, words});
  createCanvasLayer(L, paint, {className: 'mapapp-plugin-base', padding: 0.3, pane: PANE}).addTo(map);
  const {attribution} = payload;
  map.attributionControl?.addAttribution(String(attribution ?? '').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`));
}
