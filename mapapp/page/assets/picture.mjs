// A picture of the map as it is now, and a film of the playback, each with its caption inside.

import {grainOf, windowOf} from './activity.mjs';
import {el} from './dom.mjs';

const CAPTION = 64;
const FRAMES_A_SECOND = 30;

/** Draw map and caption on a canvas of the map's size and the caption's height. */
export function drawPicture(context, ratio, app, mapView) {
  const {x: width, y: height} = mapView.size();
  const palette = app.palette();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  mapView.copyTo(context);
  context.restore();
  context.fillStyle = palette.paper;
  context.fillRect(0, height, width, CAPTION);
  const words = app.words();
  const state = app.store.get();
  const {counts, total} = app.view();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  write(context, `700 16px ${palette.font}`, palette.ink, words.window(windowOf(state), state.mode, grainOf(state.step)), 16, height + 24, width / 2);
  write(context, `12px ${palette.font}`, palette.muted, words.say('count.shown', {shown: counts.shown, total}), 16, height + 44, width / 2);
  context.textAlign = 'right';
  write(context, `600 12px ${palette.font}`, palette.ink, words.name(app.dataset.title), width - 16, height + 24, width / 2 - 24);
  const sources = [app.dataset.license, app.baseAttribution].filter(Boolean).join(' · ');
  write(context, `11px ${palette.font}`, palette.muted, sources, width - 16, height + 44, width / 2 - 24);
}

function write(context, font, colour, text, x, y, most) {
  context.font = font;
  context.fillStyle = colour;
  context.fillText(text, x, y, most);
}

function canvasFor(mapView, ratio) {
  const {x, y} = mapView.size();
  return el('canvas', {width: Math.round(x * ratio), height: Math.round((y + CAPTION) * ratio)});
}

/** Give the reader a file to keep. */
export function saveFile(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Save the map as it is now as PNG, twice as fine as the screen shows it at least. */
export function savePicture(app, mapView) {
  const ratio = Math.max(globalThis.devicePixelRatio || 1, 2);
  const canvas = canvasFor(mapView, ratio);
  drawPicture(canvas.getContext('2d'), ratio, app, mapView);
  canvas.toBlob((blob) => saveFile(blob, `${app.dataset.name || 'map'}.png`), 'image/png');
}

/** Whether this browser can record a canvas as WebM. */
export function canRecord() {
  return typeof MediaRecorder === 'function' && MediaRecorder.isTypeSupported('video/webm')
    && typeof HTMLCanvasElement.prototype.captureStream === 'function';
}

/** Record the playback: `frame()` after every drawing, `stop()` saves the film. */
export function startRecording(app, mapView) {
  const canvas = canvasFor(mapView, 1);
  const context = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(FRAMES_A_SECOND), {mimeType: 'video/webm', videoBitsPerSecond: 6e6});
  const parts = [];
  recorder.ondataavailable = ({data}) => parts.push(data);
  recorder.onstop = () => saveFile(new Blob(parts, {type: 'video/webm'}), `${app.dataset.name || 'map'}.webm`);
  drawPicture(context, 1, app, mapView);
  recorder.start();
  return {
    frame: () => drawPicture(context, 1, app, mapView),
    stop: () => recorder.state !== 'inactive' && recorder.stop(),
  };
}
