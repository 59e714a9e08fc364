// Buttons over the map, scale bar and attribution.

import {el, icon, iconButton, rename} from './dom.mjs';
import {CONTROLS} from './signs.mjs';
import {createTileChoice} from './tiles.mjs';

/** Zoom in, zoom out, show everything, online tiles; scale bar and attribution. */
export function createMapControls(L, map, app) {
  const zoomIn = iconButton(icon(CONTROLS.plus), '', () => map.zoomIn());
  const zoomOut = iconButton(icon(CONTROLS.minus), '', () => map.zoomOut());
  const fit = iconButton(icon(CONTROLS.fit), '', () => app.fitAll());
  const root = el('div', {class: 'mapapp-map-buttons'}, zoomIn, zoomOut, fit);
  const attribution = el('div', {class: 'mapapp-attribution'});
  const tiles = createTileChoice(L, map, app);
  if (tiles) root.append(tiles.root);
  L.control.scale({imperial: false, position: 'bottomright', maxWidth: 110}).addTo(map);
  map.getContainer().append(attribution);
  map.on('zoomend', () => {
    zoomIn.disabled = map.getZoom() >= map.getMaxZoom();
    zoomOut.disabled = map.getZoom() <= map.getMinZoom();
  });
  return {
    root,
    update(view, changed) {
      attribution.textContent = [app.tileAttribution(), app.baseAttribution].filter(Boolean).join(' · ');
      if (!changed.has('language')) return;
      const words = app.words();
      rename(zoomIn, words.say('map.zoom_in'));
      rename(zoomOut, words.say('map.zoom_out'));
      rename(fit, words.say('map.fit'));
      map.getContainer().setAttribute('aria-label', words.say('app.map_help'));
      map.getContainer().setAttribute('role', 'application');
      tiles?.relabel(words);
      attribution.title = words.say('map.attribution');
    },
  };
}
