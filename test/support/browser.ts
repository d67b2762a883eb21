import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** How long a test waits for something on a page, in ms: on a busy machine, a page may need 20 s to be drawn. */
export const PATIENCE = 60_000;

const COMMANDS = ['chromium-headless-shell', 'chromium', 'google-chrome', 'google-chrome-stable'];

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Debian packages of the fonts for the screenshots, by a font family that shows whether a package is installed. */
const FONTS = {
  'Noto Color Emoji': 'fonts-noto-color-emoji',
  'Noto Sans CJK SC': 'fonts-noto-cjk',
  'Noto Sans': 'fonts-noto-core',
};

const APT_LINE = `sudo apt-get install --no-install-recommends chromium-headless-shell ${Object.values(FONTS).join(' ')}`;
const PLAYWRIGHT_LINE = 'npx playwright-core install chromium';

/** The browser that the window tests drive: $CHROMIUM, or the first one found on the machine. */
function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const onPath = COMMANDS.flatMap((command) =>
    (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, command)),
  );
  return [...onPath, ...MAC_APPS, chromium.executablePath()].find((file) => fs.existsSync(file));
}

/** Finds a browser, or installs it with apt, and installs missing fonts. If it cannot, throws a command to type. */
export function ensureChromium(): string {
  const apt = aptGet();
  const fonts = missingFonts();
  const installed = findChromium();
  if (installed !== undefined) {
    if (fonts.length > 0) installFonts(apt, fonts);
    return installed;
  }
  if (!apt) throw new Error(advice(works('apt-get', '--version') ? APT_LINE : PLAYWRIGHT_LINE));
  try {
    install(apt, ['chromium-headless-shell', ...fonts]);
  } catch (cause) {
    // Not every system with apt-get has this package.
    throw new Error(advice(PLAYWRIGHT_LINE), { cause });
  }
  const found = findChromium();
  if (found === undefined) throw new Error(advice(PLAYWRIGHT_LINE));
  return found;
}

/** Starts the browser in headless mode. It ends with this process. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? ensureChromium(),
    headless: true,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      // In containers, /dev/shm is too small for a workbench.
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      // Chromium refuses to start its sandbox as root, which is often the only user of a container.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}

/** The command that can install packages here, if there is one: `['sudo', '-n', 'apt-get']`. */
function aptGet(): readonly string[] | undefined {
  if (process.platform !== 'linux' || !works('apt-get', '--version')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  return works('sudo', '-n', 'true') ? ['sudo', '-n', 'apt-get'] : undefined;
}

function install(apt: readonly string[], packages: readonly string[]): void {
  console.log(`Installing ${packages.join(', ')} with apt-get …`);
  const [command = 'apt-get', ...before] = apt;
  const run = (...args: string[]) =>
    execFileSync(command, [...before, '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update');
  run('install', '-y', '--no-install-recommends', ...packages);
}

/** Installs fonts, if possible. Without them, emoji and Chinese are boxes in the screenshots, but all tests pass. */
function installFonts(apt: readonly string[] | undefined, packages: readonly string[]): void {
  try {
    if (!apt) throw new Error('apt-get may not be used here');
    install(apt, packages);
  } catch (error) {
    console.warn(
      `Screenshots will lack some signs: ${packages.join(', ')} not installed (${String(error)}).`,
    );
  }
}

function missingFonts(): string[] {
  // Other systems come with such fonts.
  if (process.platform !== 'linux') return [];
  const families = new Set(fontFamilies().split(/[,\n]/));
  return Object.entries(FONTS).flatMap(([family, name]) => (families.has(family) ? [] : [name]));
}

function fontFamilies(): string {
  try {
    return execFileSync('fc-list', [':', 'family'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    // Without fontconfig there are no fonts either.
    return '';
  }
}

function advice(line: string): string {
  return `There is no Chromium to run the tests in. Please type this line and try again:\n\n  ${line}\n`;
}

function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
