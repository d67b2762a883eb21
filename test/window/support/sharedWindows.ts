import fs from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, PATIENCE } from '../../support/browser.ts';
import { seedSettings, type ServerOptions, settingsFile } from '../../support/vscode/serverOptions.ts';
import { type Server, startServer } from '../../support/vscode/host.ts';

/*
 * The windows of a process share a browser, and a server for each kind: a new window on both takes half of the time,
 * as the browser has compiled the workbench. What a window leaves behind is removed, so that each begins like the first.
 */

interface SharedBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
}

let shared: Promise<SharedBrowser> | undefined;
const servers = new Map<string, Promise<Server>>();

/** The browser of all windows, without a page. */
export function sharedBrowser(): Promise<SharedBrowser> {
  shared ??= openBrowser();
  return shared;
}

async function openBrowser(): Promise<SharedBrowser> {
  const browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    // Without the transitions of VS Code, which are drawn 60 times a second.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(PATIENCE);
  // Nothing leaves this machine: a page that a link opens is empty, but has its address.
  await context.route(
    (url) => url.hostname !== 'localhost' && !url.hostname.endsWith('.vscode-cdn.net'),
    (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }),
  );
  return { browser, context };
}

/** A server with these options, and with these settings of the user. Only one window at a time uses it. */
export async function sharedServer(
  options: Omit<ServerOptions, 'settings'>,
  settings: Readonly<Record<string, unknown>>,
): Promise<Server> {
  const key = JSON.stringify(options);
  const server = servers.get(key) ?? startServer(options);
  servers.set(key, server);
  const { dataDir } = await server;
  fs.rmSync(settingsFile(dataDir), { force: true });
  seedSettings(dataDir, settings);
  return server;
}

/** Closes the pages of a window, and forgets everything that was stored for it. */
export async function leaveWindow(server: Server): Promise<void> {
  const { context } = await sharedBrowser();
  // Only a page that is left, and not closed, tells the server to end its extension host.
  await Promise.all(context.pages().map((page) => page.goto('about:blank')));
  await server.extensionHostsEnded();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: server.origin,
    // Not what the browser has compiled.
    storageTypes: 'cookies,file_systems,indexeddb,local_storage,websql',
  });
  await Promise.all(context.pages().map((one) => one.close()));
  const user = path.join(server.dataDir, 'data', 'User');
  for (const name of fs.readdirSync(user)) {
    // The list of VS Code's own extensions.
    if (name.endsWith('ExtensionsCache.json')) continue;
    fs.rmSync(path.join(user, name), { recursive: true, force: true });
  }
}

/** Ends the browser and the servers. */
export async function closeShared(): Promise<void> {
  await (await shared)?.browser.close();
  shared = undefined;
  for (const server of servers.values()) await (await server).stop();
  servers.clear();
}
