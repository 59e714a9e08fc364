// Words, numbers and dates in the reader's language.

import {DAY} from './activity.mjs';

/** Interface languages, as keys of labels.json, with their BCP 47 tags and own names. */
export const LANGUAGES = [
  {key: 'en', tag: 'en-GB', html: 'en', short: 'EN'},
  {key: 'zh_hans', tag: 'zh-Hans', html: 'zh-Hans', short: '简'},
  {key: 'zh_hant', tag: 'zh-Hant-HK', html: 'zh-Hant', short: '繁'},
];

/** The interface language that fits best a list of BCP 47 tags, as a browser gives it. */
export function preferredLanguage(tags) {
  for (const tag of tags) {
    const lower = String(tag).toLowerCase();
    if (lower.startsWith('en')) return 'en';
    if (!lower.startsWith('zh')) continue;
    return /hant|tw|hk|mo/.test(lower) ? 'zh_hant' : 'zh_hans';
  }
  return 'en';
}

/** Everything that turns facts into words of one language. */
export class Words {
  constructor(labels, key) {
    const language = LANGUAGES.find((known) => known.key === key) ?? LANGUAGES[0];
    this.labels = labels;
    this.key = language.key;
    this.index = LANGUAGES.indexOf(language);
    this.tag = language.tag;
    this.html = language.html;
    this.numbers = new Intl.NumberFormat(this.tag);
    const names = (type) => new Intl.DisplayNames([this.tag], {type, fallback: 'code'});
    this.regions = names('region');
    this.languages = names('language');
    this.formats = new Map();
  }

  /** A label with its {placeholders} filled; `key.one` serves n = 1 where it exists. */
  say(key, values = {}) {
    const single = values.n === 1 ? this.labels[`${key}.one`] : undefined;
    const label = (single ?? this.labels[key])?.[this.key] ?? key;
    return label.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : String(value);
    });
  }

  /** A label for a word of a vocabulary; a word without one stands for itself, kinds with a capital. */
  term(group, word) {
    const known = this.labels[`${group}.${word}`] ?? this.labels[`other_${group}.${word}`];
    if (known) return known[this.key];
    const own = group === 'layer' ? String(word ?? '') : String(word ?? '').replaceAll('_', ' ');
    return group === 'kind' ? own.charAt(0).toLocaleUpperCase() + own.slice(1) : own;
  }

  /** One of three parallel texts [en, zh_hans, zh_hant]. */
  of(three) {
    return three?.[this.index] || three?.[0] || '';
  }

  /** A name from names by language, falling back on the others. */
  name(names) {
    if (!names) return '';
    const order = {en: ['en', 'zh_hans', 'zh_hant'], zh_hans: ['zh_hans', 'zh_hant', 'en'],
      zh_hant: ['zh_hant', 'zh_hans', 'en']}[this.key];
    const found = order.find((key) => names[key]);
    return found ? names[found] : Object.values(names)[0] ?? '';
  }

  /** Phrases in one line, as "known to the day; position within 5 km". */
  join(phrases) {
    return phrases.filter(Boolean).join(this.key === 'en' ? '; ' : '；');
  }

  number(value) {
    return this.numbers.format(value);
  }

  /** A number in as little room as possible: 950, 12K, 1.2万. */
  compact(value) {
    this.short ??= new Intl.NumberFormat(this.tag, {notation: 'compact', maximumSignificantDigits: 3});
    return this.short.format(value);
  }

  /** A country's name from its ISO code. */
  country(code) {
    const label = this.labels[`country.${code}`];
    if (label) return label[this.key];
    return /^[A-Z]{2}$/.test(code ?? '') ? this.regions.of(code) : String(code ?? '');
  }

  /** A language's name from its BCP 47 tag. */
  language(tag) {
    const label = this.labels[`language.${tag}`];
    if (label) return label[this.key];
    try {
      return this.languages.of(tag);
    } catch {
      return String(tag);
    }
  }

  /** Metres as people say them, never less than they are: 800 m, 5 km; 557 m, which digits left open, are 560. */
  distance(metres) {
    const units = metres < 1000
      ? {value: metres < 100 ? Math.ceil(metres) : Math.ceil(metres / 10) * 10, unit: 'meter'}
      : {value: Math.round(metres / (metres < 10000 ? 100 : 1000)) / (metres < 10000 ? 10 : 1), unit: 'kilometer'};
    return new Intl.NumberFormat(this.tag, {style: 'unit', unit: units.unit}).format(units.value);
  }

  /** The day that a time (minutes since 1970) falls in, as `style`: long, short, month, day, clock or moment. */
  day(time, style = 'long') {
    const options = {
      long: {day: 'numeric', month: 'long', year: 'numeric'},
      short: {day: 'numeric', month: 'short', year: 'numeric'},
      month: {month: 'short'},
      group: {month: 'long', year: 'numeric'},
      year: {year: 'numeric'},
      day: {day: 'numeric'},
      clock: {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
      moment: {day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'},
    }[style];
    if (!this.formats.has(style)) {
      this.formats.set(style, new Intl.DateTimeFormat(this.tag, {...options, timeZone: 'UTC'}));
    }
    return this.formats.get(style).format(new Date(time * 60000));
  }

  /** The end of a window in words: the last day in it, or its time on a clock that shows hours. */
  end(time, grain = DAY) {
    return grain < DAY ? this.day(time, 'moment') : this.day(time - 1);
  }

  /** A window in words; its end is excluded, so the last day named is the one before it. */
  window({from, to}, mode, grain = DAY) {
    const last = this.end(to, grain);
    if (mode === 'sofar') return this.say('time.upto', {to: last});
    if (grain === DAY && (mode === 'moment' || to - from <= DAY)) return last;
    return this.say('time.range', {from: this.day(from, grain < DAY ? 'moment' : 'long'), to: to - from < DAY ? this.day(to, 'clock') : last});
  }

  /** A speed of the clock, from days a second, in the largest unit that is whole. */
  speed(days) {
    if (days >= 1) return this.say('time.speed_value', {n: days});
    const minutes = Math.round(days * DAY);
    return minutes < 60 ? this.say('time.speed_minutes', {n: minutes}) : this.say('time.speed_hours', {n: minutes / 60});
  }

  /** A figure with its qualifier and unit: "at least 261", "CNY 100,000", "7.7 mww", "several". */
  figure({value, unit, qualifier}) {
    if (value === null || value === undefined) return this.term('qualifier', qualifier);
    const number = this.number(value);
    const amount = this.labels[`unit.${unit}`] ? this.say(`unit.${unit}`, {value: number}) : [number, unit].filter(Boolean).join(' ');
    const isPlain = !qualifier || qualifier === 'exactly' || (qualifier === 'about' && value === 0);
    return isPlain ? amount : this.say(`qualifier.${qualifier}`, {value: amount});
  }
}
