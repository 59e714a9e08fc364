// The player's words: Words of the page, with times of day and spans of anyone's events.

import {DAY} from './activity.mjs';
import {lengthWords} from './plugin_time.mjs';
import {Words} from './words.mjs';

/**
 * Words that name days, or minutes where the data is finer than a day; `zone` is named if it matters;
 * `unitOf()` is the finest unit of the data in minutes. */
export function createPlayerWords(labels, language, zone, unitOf) {
  const words = new Words(labels, language);
  const clock = new Intl.DateTimeFormat(words.tag, {day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC'});
  const seconds = new Intl.DateTimeFormat(words.tag, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: 'UTC'});
  const isDay = (time) => Math.abs(time / DAY - Math.round(time / DAY)) < 1e-7;
  const suffix = zone ? ` (${zone})` : '';

  /** A moment in words; the end of a day is that day. */
  function moment(time, isEnd) {
    if (isDay(time) || unitOf() >= DAY) return isEnd ? words.day(time - 1) : words.day(time);
    const date = new Date(Math.round(time * 60000));
    const isWhole = date.getUTCSeconds() === 0;
    return isWhole ? clock.format(date) : `${words.day(time)}, ${seconds.format(date)}`;
  }

  function range(from, to) {
    const isOneDay = (unitOf() >= DAY || (isDay(from) && isDay(to))) && to - from <= DAY + 1e-6;
    if (isOneDay || to - from < 2e-5) return moment(from, false);
    return words.say('time.range', {from: moment(from, false), to: moment(to, true)});
  }

  return {
    say: (key, values) => words.say(key, values),
    number: (value) => words.number(value),
    day: (time, style) => words.day(time, style),
    tag: words.tag,
    html: words.html,
    moment,
    length: (minutes) => lengthWords(minutes, words.tag),
    window({from, to}) {
      if (from === -Infinity) return words.say('time.upto', {to: moment(to, true)}) + suffix;
      return range(from, to) + suffix;
    },
    span(start, end) {
      if (start === -Infinity && end === Infinity) return words.say('player.always');
      if (start === -Infinity) return words.say('player.until', {to: moment(end, true)});
      if (end === Infinity) return words.say('player.from', {from: moment(start, false)});
      return range(start, end);
    },
  };
}
