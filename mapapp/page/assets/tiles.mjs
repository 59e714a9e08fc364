// Online tiles over the offline base: only when a reader asks, and never in place of it.

import {el} from './dom.mjs';

const PATIENCE = 4;

/** A choice of tiles for `app.tiles`, or null when the page was built without any. */
export function createTileChoice(L, map, app) {
  if (!app.tiles.length) return null;
  map.createPane('mapapp-tiles').style.zIndex = 200;
  const choice = el('select', {class: 'mapapp-select mapapp-tiles', onchange: () => show(Number(choice.value))});
  let layer = null;

  function show(number) {
    layer?.remove();
    layer = null;
    const tiles = app.tiles[number];
    app.setTileAttribution(tiles?.attribution ?? '');
    if (!tiles) return;
    layer = L.tileLayer(tiles.url, {maxZoom: map.getMaxZoom(), maxNativeZoom: tiles.max_zoom, pane: 'mapapp-tiles', className: 'mapapp-tile',
      // Some providers answer only pages that say where they are.
      referrerPolicy: 'strict-origin-when-cross-origin'});
    giveUpWhenUnreachable(layer);
    layer.addTo(map);
  }

  /** Without one tile after several failures, the offline base is all there is; say so. */
  function giveUpWhenUnreachable(shown) {
    let failures = 0;
    shown.on('tileload', () => { failures = -Infinity; });
    shown.on('tileerror', () => {
      failures += 1;
      if (failures < PATIENCE || layer !== shown) return;
      choice.value = '-1';
      show(-1);
      app.tell(app.words().say('map.tiles_failed'));
    });
  }

  return {
    root: choice,
    relabel(words) {
      const chosen = choice.value || '-1';
      choice.setAttribute('aria-label', words.say('map.online'));
      choice.title = words.say('map.online_hint');
      choice.replaceChildren(el('option', {value: -1}, words.say('map.offline')),
        ...app.tiles.map((tiles, number) => el('option', {value: number}, tiles.name)));
      choice.value = chosen;
    },
  };
}
