// The player's time axis: the window, its handles, and how they are dragged and moved by keys.

import {clamp} from './clock.mjs';
import {el} from './dom.mjs';
import {layoutAxis, paintAxis} from './plugin_axis_paint.mjs';
import {stepTime} from './plugin_time.mjs';

const ARROWS = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1};

/** The axis; `app` as from createPlayerApp. */
export function createAxis(app) {
  const own = {layout: null};
  const canvas = el('canvas', {class: 'mapapp-plugin-axis-canvas', 'aria-hidden': 'true', onpointerdown: (event) => drag(app, own, event, 'all')});
  const shade = el('div', {class: 'mapapp-plugin-shade', 'aria-hidden': 'true'});
  const [from, to] = ['from', 'to'].map((name) => el('div', {class: `mapapp-plugin-handle mapapp-plugin-handle-${name}`, role: 'slider', tabindex: 0,
    'aria-valuemin': 0, 'aria-valuemax': 1000, onkeydown: (event) => onKey(app, event, name), onpointerdown: (event) => drag(app, own, event, name)}));
  own.root = el('div', {class: 'mapapp-plugin-axis'}, shade, canvas, from, to);

  function measure() {
    const [width, height] = [own.root.clientWidth, own.root.clientHeight];
    if (!width || !app.data().domain) return;
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    own.layout = layoutAxis(app, width, height);
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintAxis(context, app, own.layout, getComputedStyle(own.root));
    placeWindow();
  }

  function placeWindow() {
    if (!own.layout) return;
    const {domain} = app.data();
    const window = app.window();
    const [x0, x1] = [window.from, window.to].map((time) => own.layout.place(clamp(time, domain.from, domain.to)));
    shade.style.transform = `translateX(${x0}px) scaleX(${Math.max(x1 - x0, 1.5)})`;
    from.hidden = app.store.get().mode !== 'window';
    setHandle(app, from, x0, Math.max(window.from, domain.from), false);
    setHandle(app, to, x1, window.to, true);
  }

  new ResizeObserver(measure).observe(own.root);
  return {
    root: own.root,
    measure,
    update() {
      from.setAttribute('aria-label', app.words.say('time.handle_from'));
      to.setAttribute('aria-label', app.words.say(app.store.get().mode === 'window' ? 'time.handle_to' : 'time.handle_at'));
      placeWindow();
    },
  };
}

function setHandle(app, node, x, time, isEnd) {
  const {domain} = app.data();
  const share = (clamp(time, domain.from, domain.to) - domain.from) / (domain.to - domain.from);
  node.style.transform = `translateX(${x}px)`;
  node.setAttribute('aria-valuenow', String(Math.round(share * 1000)));
  node.setAttribute('aria-valuetext', app.words.moment(time, isEnd));
}

function onKey(app, event, name) {
  const direction = ARROWS[event.key];
  if (!direction || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const {at, width, step} = app.store.get();
  app.pause();
  move(app, name, stepTime(name === 'from' ? at - width : at, step, direction, app.data().domain));
}

/** Move one side of the window, or all of it. */
function move(app, name, time) {
  const {domain, unit} = app.data();
  const {at, width, mode} = app.store.get();
  const snapped = clamp(Math.round(time / unit) * unit, domain.from, domain.to);
  if (name === 'from') app.store.set({width: Math.max(at - Math.min(snapped, at - unit), unit)});
  else if (name === 'to' && mode === 'window') {
    const end = Math.max(snapped, at - width + unit);
    app.store.set({at: end, width: Math.max(width + end - at, unit)});
  } else app.store.set({at: snapped});
}

/** Drag a handle; or, on the axis itself, the window from within, or the clock to the pointer. */
function drag(app, {layout, root}, event, name) {
  if (event.button || !layout) return;
  event.preventDefault();
  app.moved = true;
  app.pause();
  const node = event.currentTarget;
  node.setPointerCapture(event.pointerId);
  if (name !== 'all') node.focus({preventScroll: true});
  const {left} = root.getBoundingClientRect();
  const {at, mode, width} = app.store.get();
  const start = layout.timeAt(event.clientX - left);
  const isInside = mode === 'window' && start <= at && start >= at - width;
  const shift = name === 'all' && isInside ? at - start : 0;
  const follow = (moved) => move(app, name, layout.timeAt(moved.clientX - left) + shift);
  const stop = () => {
    node.removeEventListener('pointermove', follow);
    app.announce();
  };
  if (name === 'all' && !shift) follow(event);
  node.addEventListener('pointermove', follow);
  for (const end of ['pointerup', 'pointercancel']) node.addEventListener(end, stop, {once: true});
}
