import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Browser, BrowserServer, LaunchOptions } from 'playwright-core';

export interface Found {
  path: string;
  /** Plain words: where it was found, or what was done to get it. */
  how: string;
}

/** WebGL in software, and nothing that calls home: a test must see the page's own requests only. */
export const FLAGS = [
  // No name but this machine's is ever resolved: a request to another host fails, whoever makes it.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((dir) => join(dir, name))), ...APPS].find(runnable);
}

/** Playwright keeps browsers as `chromium-1234/chrome-linux/chrome` and the like; the newest that runs. */
function inPlaywrightCache(): string | undefined {
  const home = homedir();
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    join(home, 'AppData', 'Local', 'ms-playwright'),
  ].filter((dir): dir is string => dir !== undefined && existsSync(dir));
  const inside = [
    'chrome',
    'chrome.exe',
    'headless_shell',
    'chrome-headless-shell',
    'Chromium.app/Contents/MacOS/Chromium',
  ];
  for (const cache of caches) {
    const versions = readdirSync(cache)
      .filter((name) => name.startsWith('chromium'))
      .sort()
      .reverse();
    for (const version of versions) {
      const dirs = readdirSync(join(cache, version), { withFileTypes: true }).filter((d) => d.isDirectory());
      const found = dirs
        .flatMap((d) => inside.map((name) => join(cache, version, d.name, name)))
        .find(runnable);
      if (found) return found;
    }
  }
  return undefined;
}

/** A browser already on this machine. */
export function lookForBrowser(): Found | undefined {
  const wished = process.env['CHROME_PATH'];
  if (wished) {
    if (!runnable(wished))
      throw new Error(`CHROME_PATH is ${wished}, which is not a program that can be run`);
    return { path: wished, how: 'named by CHROME_PATH' };
  }
  const system = onPath();
  if (system) return { path: system, how: 'found on this system' };
  const cached = inPlaywrightCache();
  return cached ? { path: cached, how: "found in Playwright's cache" } : undefined;
}

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

function installByApt(): Found | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('No Chromium or Chrome here: installing the Debian package chromium.');
  if (
    !run('apt-get', ['update', '-qq']) ||
    !run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  ) {
    console.log('The Debian package could not be installed.');
    return undefined;
  }
  const path = onPath();
  return path ? { path, how: 'installed just now as the Debian package chromium' } : undefined;
}

function installByPlaywright(): Found | undefined {
  console.log('No Chromium or Chrome here: letting Playwright download its own into its cache.');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  if (!run(process.execPath, [cli, 'install', 'chromium'])) return undefined;
  const path = inPlaywrightCache();
  return path ? { path, how: 'installed just now by Playwright' } : undefined;
}

/** A Chromium to test with: one that is here, else one installed now. Says nothing itself when it is found. */
export function findBrowser(): Found {
  const found = lookForBrowser() ?? installByApt() ?? installByPlaywright();
  if (found) return found;
  throw new Error('No Chromium: install Chromium or Chrome, or set CHROME_PATH to its program file.');
}

/** Version as the program itself tells it, e.g. `Chromium 150.0.…`. */
export const browserVersion = (path: string): string =>
  execFileSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

const options = (extra: readonly string[]): LaunchOptions => ({
  executablePath: findBrowser().path,
  headless: true,
  // Containers and root have no sandbox; the only pages opened are the atlas's own.
  chromiumSandbox: false,
  args: [...FLAGS, ...extra],
});

/** Headless, fresh profile, WebGL in software. */
export async function launch(extra: readonly string[] = []): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  return chromium.launch(options(extra));
}

/** The same, for several processes to connect to. */
export async function launchServer(extra: readonly string[] = []): Promise<BrowserServer> {
  const { chromium } = await import('playwright-core');
  return chromium.launchServer(options(extra));
}
