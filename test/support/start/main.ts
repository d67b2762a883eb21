import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { commandLine } from '../commandLine.ts';
import { DOWNLOADS, REPO } from '../paths.ts';
import { NEWEST } from '../versions.ts';
import { LANDING, serve } from './serve.ts';

/*
 * npm start: builds the extension and opens VS Code with it and its bundled briefings: the desktop VS Code if there is
 * one, else VS Code's server, to be opened in a browser. PORT is the port of that server.
 */
async function main(): Promise<void> {
  if (hasDesktop()) {
    run(process.execPath, ['esbuild.js']);
    run(
      'code',
      [REPO, LANDING].map((folder) => `--extensionDevelopmentPath=${folder}`),
    );
    return;
  }
  run('npm', ['run', '--silent', 'package']);
  const { server, url } = await serve({
    dataDir: path.join(DOWNLOADS, 'start'),
    packagePath: path.join(REPO, 'briefing-reader.vsix'),
    port: Number(process.env['PORT'] ?? 0),
  });
  console.log(
    `Briefing Reader is running in VS Code ${NEWEST.version}. Open ${url} in a browser; stop with Ctrl+C.`,
  );
  openInBrowser(url);
  await server.ended;
}

/** Whether `code` can be started: it may be installed and still refuse, as it does for root. */
function hasDesktop(): boolean {
  try {
    const line = commandLine('code', ['--version']);
    execFileSync(line.command, line.args, { stdio: 'ignore', shell: line.shell });
    return true;
  } catch {
    return false;
  }
}

function openInBrowser(url: string): void {
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'];
  if (process.platform !== 'darwin' && !display) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore' });
  // The URL has been printed, so it can be opened by hand.
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
