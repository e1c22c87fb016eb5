import '@fontsource/titillium-web/latin-400.css';
import '@fontsource/titillium-web/latin-600.css';
import '@fontsource/lora/latin-600.css';
import '@fontsource/roboto-mono/latin-400.css';
import './app/app.css';
import { mount } from 'svelte';
import App from './app/App.svelte';
import { capabilitiesOf } from './app/modes';
import { createDataSource } from './data/load';
import { AtlasState, type AddressBar } from './state/atlas.svelte';
import { parseShell } from './state/url';

const dataUrl = new URL('data/', document.baseURI).href;
const can = capabilitiesOf(parseShell(location.search).mode);

/** An embed in a sandbox may not touch its history; then decisions simply stay in the page. */
const write = (how: 'pushState' | 'replaceState') => (url: string) => {
  if (!can.urlWrites) return;
  const next = `${location.pathname}${url}`;
  if (next === `${location.pathname}${location.search}${location.hash}`) return;
  try {
    history[how](null, '', next);
  } catch {
    // SecurityError (opaque origin) or too many calls: the view is right, only the address lags.
  }
};
const bar: AddressBar = { push: write('pushState'), replace: write('replaceState') };

const atlas = new AtlasState(createDataSource(dataUrl), bar, location.search, location.hash);
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target, props: { atlas, can, dataUrl } });
void atlas.start(location.search, location.hash);
addEventListener('popstate', () => void atlas.follow(location.search, location.hash));
