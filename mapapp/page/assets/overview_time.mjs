// The time bar of the overview: a histogram of everything in the view, and a window on it.

import {el, icon, iconButton, rename} from './dom.mjs';
import {dayOf} from './overview_query.mjs';
import {CONTROLS} from './signs.mjs';
import {ticksOf} from './ticks.mjs';

const MINUTES = 1440;

/** The time bar; `app` has store, domain, answer(), words(), palette(), step(), togglePlay(). */
export function createOverviewTime(app) {
  const canvas = el('canvas', {'aria-hidden': 'true'});
  const from = slider((value) => app.store.set({from: Math.min(value, app.store.get().to)}));
  const to = slider((value) => app.store.set({to: Math.max(value, app.store.get().from)}));
  const back = iconButton(icon(CONTROLS.previousStep), '', () => app.step(-1));
  const play = iconButton(icon(CONTROLS.play), '', () => app.togglePlay(), {class: 'mapapp-icon-button mapapp-overview-play'});
  const next = iconButton(icon(CONTROLS.nextStep), '', () => app.step(1));
  const all = el('button', {type: 'button', class: 'mapapp-overview-text-button', onclick: () => app.store.set({from: app.domain.from, to: app.domain.to})});
  const date = el('h2', {class: 'mapapp-date'});
  const track = el('div', {class: 'mapapp-overview-track'}, canvas, from, to);
  const root = el('section', {class: 'mapapp-overview-time'},
    el('div', {class: 'mapapp-overview-controls'}, back, play, next, date, all), track);
  new ResizeObserver(() => paint()).observe(track);

  function slider(onInput) {
    return el('input', {type: 'range', min: app.domain.from, max: app.domain.to, step: 1,
      oninput: (event) => onInput(Number(event.target.value))});
  }

  function paint() {
    const ratio = Math.min(globalThis.devicePixelRatio || 1, 2);
    const [width, height] = [track.clientWidth, track.clientHeight];
    if (!width || !height) return;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d');
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintHistogram(context, {width, height: height - 18}, app);
  }

  return {
    root,
    update(changed) {
      const {from: first, to: last, playing} = app.store.get();
      const words = app.words();
      from.value = first;
      to.value = last;
      date.textContent = words.window({from: first * MINUTES, to: (last + 1) * MINUTES}, 'window');
      rename(play, words.say(playing ? 'time.pause' : 'time.play'));
      play.replaceChildren(icon(playing ? CONTROLS.pause : CONTROLS.play));
      if (changed.has('language')) {
        rename(back, words.say('overview.step_back'));
        rename(next, words.say('overview.step_on'));
        all.textContent = words.say('overview.all_time');
        root.setAttribute('aria-label', words.say('overview.time'));
        from.setAttribute('aria-label', words.say('overview.from'));
        to.setAttribute('aria-label', words.say('overview.to'));
      }
      from.setAttribute('aria-valuetext', words.day(first * MINUTES));
      to.setAttribute('aria-valuetext', words.day(last * MINUTES));
      paint();
    },
  };
}

function paintHistogram(context, {width, height}, app) {
  const {domain} = app;
  const palette = app.palette();
  const span = domain.to + 1 - domain.from;
  const place = (day) => ((day - domain.from) / span) * width;
  const state = app.store.get();
  context.clearRect(0, 0, width, height + 18);
  context.fillStyle = palette.line;
  context.fillRect(0, height, width, 1);
  context.globalAlpha = 0.12;
  context.fillStyle = palette.accent;
  context.fillRect(place(state.from), 0, Math.max(place(state.to + 1) - place(state.from), 1), height);
  context.globalAlpha = 1;
  const bins = app.answer()?.bins ?? [];
  const most = bins.reduce((found, bin) => Math.max(found, bin[1]), 1);
  bins.forEach(([iso, count], index) => {
    const day = dayOf(iso);
    const end = index + 1 < bins.length ? Math.min(dayOf(bins[index + 1][0]), day + app.answer().bin_days) : day + app.answer().bin_days;
    const tall = Math.max((count / most) * (height - 4), 1);
    context.fillStyle = end > state.from && day <= state.to ? palette.accent : palette.muted;
    context.globalAlpha = end > state.from && day <= state.to ? 1 : 0.35;
    context.fillRect(place(day), height - tall, Math.max(place(end) - place(day) - 0.5, 0.8), tall);
  });
  context.globalAlpha = 1;
  paintTicks(context, {width, height}, app, place);
}

function paintTicks(context, {width, height}, app, place) {
  const palette = app.palette();
  const words = app.words();
  const piece = {from: app.domain.from * MINUTES, to: (app.domain.to + 1) * MINUTES};
  context.font = `11px ${palette.font}`;
  context.fillStyle = palette.muted;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const tick of ticksOf([piece], (time) => place(time / MINUTES), width, 64)) {
    if (tick.x < 16 || tick.x > width - 16) continue;
    context.fillRect(tick.x, height, 1, 4);
    context.fillText(words.day(tick.time, {year: 'year', month: 'group', day: 'short'}[tick.name]), tick.x, height + 5);
  }
}
