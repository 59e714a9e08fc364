// The time axis: lanes with a mark for every event, the window and its handles.

import {DAY, grainOf, windowOf} from './activity.mjs';
import {panAxis, revealOnAxis, WHOLE_AXIS, zoomAxis} from './axis.mjs';
import {clamp, stepFrom} from './clock.mjs';
import {el} from './dom.mjs';
import {countInLanes, laneHeights, packRows, rowsThatFit} from './lanes.mjs';
import {paintTimeline} from './timeline_paint.mjs';
import {ticksOf} from './ticks.mjs';

const LEAST_MARK = 7;
const FADE = 44;
const MOST_MARKS = 3000;
const AXIS_HEIGHT = 34;

/** The time axis; `app` has incidents, store, scale(), words(), palette(), select. */
export function createTimeline(app) {
  const canvas = el('canvas', {class: 'mapapp-timeline-canvas', 'aria-hidden': 'true'});
  const from = handle('from');
  const to = handle('to');
  const shade = el('div', {class: 'mapapp-shade', 'aria-hidden': 'true'});
  const root = el('div', {class: 'mapapp-timeline'}, shade, canvas, from, to);
  const context = canvas.getContext('2d');
  let layout = null;
  let view = null;
  let painted = -1;
  let [room, tallest] = [0, 0];

  function handle(name) {
    return el('div', {class: `mapapp-handle mapapp-handle-${name}`, role: 'slider', tabindex: 0,
      onkeydown: (event) => onHandleKey(event, name), onpointerdown: (event) => startDrag(event, name)});
  }

  function measure() {
    const width = root.clientWidth;
    const most = parseFloat(getComputedStyle(root).maxHeight);
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const isNarrow = width < 620;
    layout = layoutLanes(app, {width, height: most, ratio, left: isNarrow ? 30 : 150, right: 14, isNarrow});
    tallest = room === most ? Math.max(tallest, layout.needed) : layout.needed;
    room = most;
    // Few lanes leave the rest of the room to the map; zooming the axis never makes the bar smaller.
    layout.height = Math.min(tallest, most);
    root.style.height = `${layout.height}px`;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(layout.height * ratio);
    redraw();
    placeWindow();
  }

  function redraw() {
    if (!layout || !view) return;
    painted = view.version;
    paintTimeline(context, {layout, app, view, selected: app.store.get().selected});
  }

  /** Handles and shade are elements of their own: while time plays, only they move in most frames. */
  function placeWindow() {
    if (!layout) return;
    const window = windowOf(app.store.get());
    placeHandles(window);
    const {domain} = app.incidents;
    const [x0, x1] = [window.from, window.to].map((time) => clamp(layout.place(clamp(time, domain.from, domain.to)), layout.left, layout.width - layout.right));
    shade.style.transform = `translateX(${x0}px) scaleX(${Math.max(x1 - x0, 2)})`;
    shade.style.height = `${layout.axisTop}px`;
  }

  function placeHandles({from: first, to: last}) {
    const {mode} = app.store.get();
    from.hidden = mode !== 'window';
    setHandle(from, layout.place(Number.isFinite(first) ? first : app.incidents.domain.from), first);
    setHandle(to, layout.place(last), last);
  }

  function setHandle(node, x, time) {
    const {domain} = app.incidents;
    node.style.height = `${layout.axisTop}px`;
    node.style.transform = `translateX(${clamp(x, layout.left, layout.width - layout.right)}px)`;
    const day = node === to ? time - 1 : time;
    node.setAttribute('aria-valuemin', Math.floor(domain.from / DAY));
    node.setAttribute('aria-valuemax', Math.floor(domain.to / DAY));
    node.setAttribute('aria-valuenow', Math.floor(clamp(day, domain.from, domain.to) / DAY));
    const grain = grainOf(app.store.get().step);
    const said = () => (node === to ? app.words().end(time, grain) : app.words().day(time, grain < DAY ? 'moment' : 'long'));
    node.setAttribute('aria-valuetext', Number.isFinite(day) ? said() : '');
  }

  function moveTo(name, time) {
    const {domain} = app.incidents;
    const {at, width, mode, step} = app.store.get();
    const grain = grainOf(step);
    const moved = clamp(Math.round(time / grain) * grain, domain.from, domain.to);
    if (name === 'from') app.store.set({width: Math.max(at - Math.min(moved, at - grain), grain)});
    else if (mode === 'window' && name === 'to') {
      const end = Math.max(moved, at - width + grain);
      app.store.set({at: end, width: width + end - at});
    } else app.store.set({at: moved});
  }

  function onHandleKey(event, name) {
    const direction = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key];
    if (!direction || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const {at, width, step} = app.store.get();
    moveTo(name, stepFrom(name === 'from' ? at - width : at, step, direction, app.incidents.domain));
  }

  function startDrag(event, name) {
    event.preventDefault();
    app.pause();
    const node = event.currentTarget;
    node.setPointerCapture(event.pointerId);
    node.focus({preventScroll: true});
    const left = root.getBoundingClientRect().left;
    const move = (moved) => moveTo(name, layout.timeAt(moved.clientX - left));
    const stop = () => {
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', stop);
      node.removeEventListener('pointercancel', stop);
    };
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', stop);
    node.addEventListener('pointercancel', stop);
  }

  canvas.addEventListener('pointermove', (event) => {
    const found = markAt(layout, event.offsetX, event.offsetY);
    canvas.style.cursor = found ? 'pointer' : 'default';
    canvas.title = found ? app.titleOf(found.event) : '';
    if (layout && layout.hovered !== found) {
      layout.hovered = found;
      redraw();
    }
  });
  canvas.addEventListener('click', (event) => {
    const found = markAt(layout, event.offsetX, event.offsetY);
    if (found) app.select(found.event, 'timeline');
    else if (event.offsetX >= layout.left) {
      app.pause();
      moveTo('at', layout.timeAt(event.offsetX) + grainOf(app.store.get().step) / 2);
    }
  });
  root.addEventListener('wheel', (event) => {
    event.preventDefault();
    const {axis} = app.store.get();
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const around = clamp((event.clientX - root.getBoundingClientRect().left - layout.left) / layout.inner, 0, 1);
    app.store.set({axis: isSideways
      ? panAxis(axis, (event.deltaX || event.deltaY) / 800)
      : zoomAxis(axis, 2 ** (-event.deltaY / 300), around)});
  }, {passive: false});
  canvas.addEventListener('dblclick', () => app.store.set({axis: WHOLE_AXIS}));
  root.addEventListener('mapapp-locate', ({detail}) => {
    const {left, top} = canvas.getBoundingClientRect();
    for (const lane of layout.lanes) {
      const mark = lane.marks.find(({event}) => app.incidents.idOf(event) === detail.event);
      if (mark) Object.assign(detail, {x: left + (mark.x0 + mark.x1) / 2, y: top + rowMiddle(lane, mark)});
    }
  });
  new ResizeObserver(measure).observe(root);

  /** While time plays on a part of the axis, that part goes along. */
  function follow() {
    const {axis, at} = app.store.get();
    const scale = app.scale();
    const moved = revealOnAxis(axis, clamp(scale.weightOf(at) / scale.total, 0, 1));
    if (axis !== WHOLE_AXIS && moved.from !== axis.from) app.store.set({axis: moved});
  }

  return {
    root,
    update(next, changed) {
      view = next;
      const {words} = app;
      from.setAttribute('aria-label', words().say('time.handle_from'));
      to.setAttribute('aria-label', words().say(app.store.get().mode === 'window' ? 'time.handle_to' : 'time.handle_at'));
      if (app.store.get().playing) follow();
      if (changed.has('clock') || changed.has('language') || changed.has('axis')) measure();
      else if (changed.has('selected') || changed.has('theme') || (painted !== view.version && !layout?.isDense)) redraw();
      placeWindow();
    },
  };
}

/** Positions of everything on the axis for a size of the canvas. */
export function layoutLanes(app, {width, height, ratio, left, right, isNarrow}) {
  const {incidents} = app;
  const scale = app.scale();
  const inner = width - left - right;
  const shown = app.store.get().axis;
  const length = shown.to - shown.from;
  const place = (time) => left + ((scale.weightOf(time) / scale.total - shown.from) / length) * inner;
  const timeAt = (x) => scale.timeOf((shown.from + (clamp(x - left, 0, inner) / inner) * length) * scale.total);
  const isDense = incidents.order.length > MOST_MARKS;
  const lanes = incidents.lanes.names.map((name) => ({name, group: incidents.lanes.group, marks: [], rows: 2}));
  if (isDense) countInLanes(lanes, incidents, (time) => place(time) - left, inner);
  else for (const event of incidents.order) lanes[incidents.lanes.of[event]].marks.push(markOf(incidents, place, event, left, width - right));
  const used = lanes.filter((lane) => lane.marks.length || lane.counts?.some(Boolean));
  const rowSizes = isNarrow ? {least: 3, most: 8, padding: 3} : {least: 5, most: 12, padding: 6};
  const room = height - AXIS_HEIGHT - 4;
  const mostRows = rowsThatFit(room, used.length, rowSizes);
  for (const lane of used) arrangeLane(lane, isDense, mostRows);
  const {rowHeight, heights} = laneHeights(used.map((lane) => lane.rows), room, rowSizes);
  let top = 2;
  used.forEach((lane, index) => {
    Object.assign(lane, {top, height: heights[index], rowHeight});
    top += heights[index];
  });
  const pieces = scale.times.slice(1).map((time, index) => ({from: scale.times[index], to: time}));
  const ticks = ticksOf(pieces, place, width, isNarrow ? 38 : 40);
  return {width, height, ratio, left, right, inner, place, timeAt, lanes: used, ticks, isDense, isNarrow,
    breaks: scale.breaks.map((gap) => ({...gap, x: (place(gap.from) + place(gap.to)) / 2})), axisTop: top + 2, needed: top + 2 + AXIS_HEIGHT, hovered: null};
}

/** A mark as long as its interval; towards an open side it only fades out, so as to claim nothing. */
function markOf(incidents, place, event, leftEdge, rightEdge) {
  const [start, end] = [incidents.start[event], incidents.end[event]];
  const openStart = !Number.isFinite(start);
  const openEnd = !Number.isFinite(end);
  const isLasting = incidents.lasting[event] === 1;
  const x0 = openStart ? Math.min(isLasting ? leftEdge : place(end) - FADE, place(end) - FADE) : place(start);
  const x1 = openEnd ? Math.max(isLasting ? rightEdge : place(start) + FADE, place(start) + FADE) : place(end);
  const spare = Math.max(LEAST_MARK - (x1 - x0), 0) / 2;
  return {event, x0: x0 - spare, x1: x1 + spare, openStart, openEnd};
}

function arrangeLane(lane, isDense, mostRows) {
  lane.rows = Math.min(2, mostRows);
  if (isDense) return;
  lane.marks.sort((a, b) => a.x0 - b.x0 || a.event - b.event);
  const {rows, count} = packRows(lane.marks, mostRows, 1);
  lane.marks.forEach((mark, index) => Object.assign(mark, {row: rows[index]}));
  lane.rows = count;
}

/** The mark under a point of the canvas; of several, the last one drawn. */
export function markAt(layout, x, y) {
  if (!layout || layout.isDense) return null;
  for (const lane of layout.lanes) {
    if (y < lane.top || y >= lane.top + lane.height) continue;
    const hits = lane.marks.filter((mark) => x >= mark.x0 - 2 && x <= mark.x1 + 2 && Math.abs(rowMiddle(lane, mark) - y) <= lane.rowHeight / 2 + 1);
    return hits.reduce((best, mark) => (!best || mark.x1 - mark.x0 <= best.x1 - best.x0 ? mark : best), null);
  }
  return null;
}

/** Middle of a mark's row in px from the top of the canvas. */
export function rowMiddle(lane, mark) {
  return lane.top + (lane.height - lane.rows * lane.rowHeight) / 2 + (mark.row + 0.5) * lane.rowHeight;
}
