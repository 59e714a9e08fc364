// Playing: moves the clock a little before every frame while the state says so.

import {arrivalOf, DAY, grainOf} from './activity.mjs';
import {advance, clamp, neighbour, stepFrom} from './clock.mjs';

const LONGEST_FRAME = 0.25;

/** The player; `app` has store, incidents, scale(), calm(). */
export function createPlayer(app) {
  const {store, incidents} = app;
  const {domain} = incidents;
  const finer = new Map();
  let last = 0;

  /** When each event begins to show, on the grain of the step. */
  function arrivalsFor(grain) {
    if (grain !== DAY && !finer.has(grain)) {
      finer.set(grain, incidents.arrivals.map((_, event) => arrivalOf(incidents.start[event], incidents.end[event], grain)));
    }
    return finer.get(grain) ?? incidents.arrivals;
  }

  function tick(now) {
    const state = store.get();
    if (!state.playing) return;
    const seconds = Math.min((now - last) / 1000, LONGEST_FRAME);
    last = now;
    const clock = {at: state.at, speed: state.speed, direction: state.direction, loop: state.loop};
    const {at, ended} = advance(clock, seconds, app.scale(), domain);
    store.set(ended ? {at, playing: false} : {at});
    if (!ended) requestAnimationFrame(tick);
    else app.announceTime();
  }

  function play() {
    if (!domain || store.get().playing) return;
    const {at, direction} = store.get();
    const isAtEnd = direction > 0 ? at >= domain.to : at <= domain.from;
    store.set({playing: true, selected: -1, fan: -1, ...(isAtEnd ? {at: direction > 0 ? domain.from : domain.to} : {})});
    last = performance.now();
    requestAnimationFrame(tick);
  }

  function pause() {
    if (!store.get().playing) return;
    store.set({playing: false});
    app.announceTime();
  }

  function goTo(at) {
    if (!domain) return;
    pause();
    store.set({at: clamp(at, domain.from, domain.to)});
    app.announceTime();
  }

  return {
    play,
    pause,
    toggle: () => (store.get().playing ? pause() : play()),
    goTo,
    step(direction) {
      if (domain) goTo(stepFrom(store.get().at, store.get().step, direction, domain));
    },
    goToEnd: (direction) => domain && goTo(direction > 0 ? domain.to : domain.from),
    stepEvent(direction) {
      const {selected, at, step} = store.get();
      const mask = app.view().mask;
      const order = incidents.order.filter((event) => mask[event]);
      const event = neighbour(order, arrivalsFor(grainOf(step)), selected, at, direction);
      if (event >= 0) app.select(event, 'step');
    },
  };
}
