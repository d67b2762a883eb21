import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { commandLine } from './commandLine.ts';
import { startServer, workbenchUrl } from './host.ts';
import { DOWNLOADS, REPO } from './paths.ts';
import { installServer, nodeFor } from './vscodeServer.ts';
import { NEWEST } from './versions.ts';

/*
 * npm start: builds the extension and opens VS Code with it and the briefings that it brings: the desktop VS Code
 * where there is one, else VS Code's server, to be opened in a browser.
 */
const BRIEFINGS = path.join(REPO, 'briefings');

/** What is installed and set in that server is kept from one start to the next. */
const DATA = path.join(DOWNLOADS, 'start');

async function main(): Promise<void> {
  run(process.execPath, ['esbuild.js']);
  if (hasDesktop()) {
    run('code', [`--extensionDevelopmentPath=${REPO}`, BRIEFINGS]);
    return;
  }
  installServer(NEWEST);
  run('npm', ['run', '--silent', 'package']);
  installExtension(path.join(REPO, 'briefing-reader.vsix'));
  const server = await startServer({
    version: NEWEST,
    dataDir: DATA,
    port: Number(process.env['PORT'] ?? 0),
    // A person sits here: links ask before they leave, and messages appear.
    smokeTestDriver: false,
    // Other users of this machine reach the port as well.
    connectionToken: randomBytes(16).toString('hex'),
  });
  const url = workbenchUrl(server, {});
  console.log(
    `Briefing Reader is running in VS Code ${NEWEST.version}. Open ${url} in a browser; stop with Ctrl+C.`,
  );
  openInBrowser(url);
  await server.ended;
}

/** `code` may be there and yet not start, as root for one. */
function hasDesktop(): boolean {
  try {
    const line = commandLine('code', ['--version']);
    execFileSync(line.command, line.args, { stdio: 'ignore', shell: line.shell });
    return true;
  } catch {
    return false;
  }
}

/** Installs the package as a user would, so that what is tried out is what is shipped. */
function installExtension(vsix: string): void {
  fs.mkdirSync(DATA, { recursive: true });
  const options = ['--accept-server-license-terms', `--server-data-dir=${DATA}`, '--force'];
  execFileSync(nodeFor(NEWEST), ['out/server-main.js', `--install-extension=${vsix}`, ...options], {
    cwd: installServer(NEWEST),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function openInBrowser(url: string): void {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'darwin' && !display) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore' });
  // The URL has been printed: without an opener it is opened by hand.
  opener.on('error', () => undefined);
}

function run(command: string, args: readonly string[]): void {
  const line = commandLine(command, args);
  execFileSync(line.command, line.args, { cwd: REPO, stdio: 'inherit', shell: line.shell });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
