import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeExit } from '../cleanUp.ts';
import { seedSettings, serverArguments, type ServerOptions } from './serverOptions.ts';
import { installServer, nodeFor } from './vscodeServer.ts';

export interface Server {
  /** `http://localhost:40123` */
  readonly origin: string;
  /** `localhost:40123` */
  readonly authority: string;
  readonly connectionToken: string | undefined;
  readonly dataDir: string;
  readonly logFile: string;
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Resolves when the extension hosts of all windows that were left have ended. */
  extensionHostsEnded(): Promise<void>;
  stop(): Promise<void>;
}

/** Environment variables that turn off the marketplace, so that the server looks up nothing outside this machine. */
const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}', VSCODE_PROXY_URI: '' };

const STARTS_WITHIN = 60_000;
/** A window that crashed is waited for by its extension host (see `--reconnection-grace-time`). */
const HOSTS_END_WITHIN = 60_000;

/** Starts a VS Code server, and installs it first if necessary. Resolves when the server accepts requests. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const home = installServer(options.version);
  const node = nodeFor(options.version);
  const dataDir = options.dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'vscode-server-'));
  seedSettings(dataDir, options.settings ?? {});
  const logFile = path.join(dataDir, 'server.log');
  const log = fs.openSync(logFile, 'w');
  const child = spawn(node, ['out/server-main.js', ...serverArguments(options, dataDir)], {
    cwd: home,
    // In its own process group, so that extension hosts and terminals can be ended together with the server.
    detached: true,
    stdio: ['ignore', 'pipe', log],
    env: { ...process.env, ...OFFLINE, ...options.env },
  });
  const removeTraces = beforeExit(() => {
    killGroup(child, 'SIGKILL');
    fs.closeSync(log);
    // Retries, as a process that is ending may still write.
    const tries = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
    if (options.dataDir === undefined) fs.rmSync(dataDir, tries);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  try {
    const port = await listening(child, log);
    return {
      origin: `http://localhost:${port}`,
      authority: `localhost:${port}`,
      connectionToken: options.connectionToken,
      dataDir,
      logFile,
      ended,
      async extensionHostsEnded() {
        const count = (what: RegExp) => fs.readFileSync(logFile, 'utf8').match(what)?.length ?? 0;
        for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 50))) {
          if (count(/Launched Extension Host Process/g) === count(/Extension Host Process exited/g)) return;
          if (Date.now() - start > HOSTS_END_WITHIN)
            throw new Error(`An extension host goes on: see ${logFile}.`);
        }
      },
      async stop() {
        killGroup(child, 'SIGTERM');
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
        removeTraces();
      },
    };
  } catch (error) {
    const output = fs.readFileSync(logFile, 'utf8').slice(-2000);
    removeTraces();
    throw new Error(`VS Code ${options.version.version} did not start.\n${output}`, { cause: error });
  }
}

export interface WorkbenchTarget {
  readonly folder?: string;
  /** A .code-workspace file. */
  readonly workspace?: string;
  /** `[['extensionDevelopmentPath', remoteUri(server, path)]]`; needs the smoke test driver. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The URL of a window with a folder, with a workspace, or empty. */
export function workbenchUrl(server: Server, { folder, workspace, payload = [] }: WorkbenchTarget): string {
  const url = new URL(server.origin);
  if (server.connectionToken !== undefined) url.searchParams.set('tkn', server.connectionToken);
  if (workspace !== undefined) url.searchParams.set('workspace', workspace);
  else if (folder !== undefined) url.searchParams.set('folder', folder);
  // An empty window; otherwise, the last folder would be opened again.
  else url.searchParams.set('ew', 'true');
  if (payload.length > 0) {
    const quiet = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ];
    url.searchParams.set('payload', JSON.stringify([...quiet, ...payload]));
  }
  return url.href;
}

/** The URI of a file in the window: `/home/me/a.md` -> `vscode-remote://localhost:40123/home/me/a.md`. */
export function remoteUri(server: Server, file: string): string {
  return `vscode-remote://${server.authority}${path.resolve(file)}`;
}

/** Waits for the line in which the server prints its port. Copies its output to its log. */
function listening(child: ChildProcess, log: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const failed = (why: string) => () => {
      reject(new Error(why));
    };
    const timer = setTimeout(failed(`It said nothing for ${STARTS_WITHIN / 1000} s.`), STARTS_WITHIN);
    child.once('error', reject);
    child.once('exit', failed('It ended at once.'));
    child.stdout?.on('data', (chunk: Buffer) => {
      fs.writeSync(log, chunk);
      output += chunk.toString();
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has already ended.
  }
}
