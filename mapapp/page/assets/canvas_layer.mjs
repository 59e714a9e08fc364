// A Leaflet layer that is one canvas: moves with the map, follows zoom animations, draws on demand.

import {el} from './dom.mjs';
import {worldSize} from './mercator.mjs';

/**
 * A layer whose `draw(context, view)` paints everything. `view` has width and height in CSS px,
 * `scale` (px of the world), `x(unitX)` and `y(unitY)` to canvas px, and `toContainer` as offset.
 * `redraw()` paints now, `schedule()` once before the next frame.
 */
export function createCanvasLayer(L, draw, options) {
  const CanvasLayer = L.Renderer.extend({
    _initContainer() {
      this._container = el('canvas', {class: `mapapp-canvas ${options.className}`, 'aria-hidden': 'true'});
      this._context = this._container.getContext('2d');
    },
    _destroyContainer() {
      cancelAnimationFrame(this._frame);
      this._container.remove();
      delete this._container;
      delete this._context;
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      this._fitCanvas();
      this.redraw();
    },
    _updatePaths() {},
    _fitCanvas() {
      const size = this._bounds.getSize();
      const ratio = options.ratio ?? Math.min(globalThis.devicePixelRatio || 1, 2);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      this._container.width = Math.round(size.x * ratio);
      this._container.height = Math.round(size.y * ratio);
      this._container.style.width = `${size.x}px`;
      this._container.style.height = `${size.y}px`;
      this._ratio = ratio;
    },
    canvas() {
      return this._container;
    },
    /** The projection of what is on the canvas now. */
    view() {
      const size = this._bounds.getSize();
      const origin = this._map.getPixelOrigin().add(this._bounds.min);
      const scale = worldSize(this._zoom);
      return {
        width: size.x, height: size.y, scale, zoom: this._zoom, ratio: this._ratio,
        x: (unit) => unit * scale - origin.x,
        y: (unit) => unit * scale - origin.y,
        offset: this._map.layerPointToContainerPoint(this._bounds.min),
      };
    },
    redraw() {
      cancelAnimationFrame(this._frame);
      this._frame = 0;
      if (!this._context || !this._bounds || !this._container.width || !this._container.height) return;
      this._context.setTransform(this._ratio, 0, 0, this._ratio, 0, 0);
      draw(this._context, this.view());
    },
    schedule() {
      if (!this._frame) this._frame = requestAnimationFrame(() => this.redraw());
    },
  });
  return new CanvasLayer({padding: options.padding, pane: options.pane});
}
