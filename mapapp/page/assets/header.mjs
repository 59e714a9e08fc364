// The head of the page: title, language, link, pictures, theme, help.

import {el, icon, iconButton, rename} from './dom.mjs';
import {CONTROLS} from './signs.mjs';
import {LANGUAGES} from './words.mjs';

const THEMES = ['auto', 'light', 'dark'];

/** The header; `app` has dataset, store, words(), openHelp(). */
export function createHeader(app) {
  const title = el('h1', {});
  const languages = el('div', {class: 'mapapp-segments', role: 'radiogroup'}, LANGUAGES.map((language) => el('button', {
    type: 'button', role: 'radio', class: 'mapapp-segment', lang: language.html, 'data-language': language.key,
    onclick: () => app.store.set({language: language.key}),
  }, language.short)));
  const theme = iconButton(icon(CONTROLS.theme), '', () => {
    const {theme: now} = app.store.get();
    app.store.set({theme: THEMES[(THEMES.indexOf(now) + 1) % THEMES.length]});
  });
  const tools = {
    'app.copy_link': iconButton(icon(CONTROLS.link), '', () => app.copyLink()),
    'export.png': iconButton(icon(CONTROLS.camera), '', () => app.savePicture()),
    'export.video': iconButton(icon(CONTROLS.record), '', () => app.toggleRecording(), {hidden: !app.canRecord()}),
    'app.fullscreen': iconButton(icon(CONTROLS.fullscreen), '', () => toggleFullscreen(app.root), {hidden: !document.fullscreenEnabled}),
  };
  const help = iconButton(icon(CONTROLS.help), '', () => app.openHelp());
  const skip = el('a', {class: 'mapapp-skip', href: '#', onclick: (event) => {
    event.preventDefault();
    app.focusList();
  }});
  const root = el('header', {class: 'mapapp-header'}, skip, title, languages,
    el('div', {class: 'mapapp-tools'}, Object.values(tools)), theme, help);
  return {
    root,
    update(view, changed) {
      tools['export.video'].setAttribute('aria-pressed', String(app.store.get().recording));
      if (!changed.has('language') && !changed.has('theme')) return;
      const words = app.words();
      const state = app.store.get();
      title.textContent = words.name(app.dataset.title);
      skip.textContent = words.say('app.skip');
      languages.setAttribute('aria-label', words.say('app.language'));
      for (const button of languages.children) {
        const key = button.dataset.language;
        button.setAttribute('aria-checked', String(key === state.language));
        rename(button, words.say(`lang.${key}`));
      }
      rename(theme, `${words.say('app.theme')}: ${words.say(`app.theme_${state.theme}`)}`);
      for (const [name, button] of Object.entries(tools)) rename(button, words.say(name));
      rename(help, words.say('app.help'));
    },
  };
}

function toggleFullscreen(root) {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen();
}
