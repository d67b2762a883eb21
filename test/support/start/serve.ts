import { createVSIX } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Server, startServer, workbenchUrl } from '../vscode/host.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { NEWEST } from '../versions.ts';

/** A small extension that shows the briefings in the new window. */
export const LANDING = path.join(__dirname, 'landing');

interface ServeOptions {
  /** The folder that keeps extensions and settings from one start to the next. */
  readonly dataDir: string;
  readonly packagePath: string;
  readonly port?: number;
}

/** Serves VS Code with the packaged extension, and returns the URL of its window. */
export async function serve({
  dataDir,
  packagePath,
  port = 0,
}: ServeOptions): Promise<{ readonly server: Server; readonly url: string }> {
  fs.mkdirSync(dataDir, { recursive: true });
  const landing = path.join(dataDir, 'landing.vsix');
  await createVSIX({
    ...{ cwd: LANDING, packagePath: landing, dependencies: false },
    ...{ allowMissingRepository: true, skipLicense: true },
  });
  installExtensions([packagePath, landing], dataDir);
  const server = await startServer({
    version: NEWEST,
    dataDir,
    port,
    // A person uses it: VS Code should ask before it opens links, and show messages.
    smokeTestDriver: false,
    // Other users of this machine can reach the port as well.
    connectionToken: randomBytes(16).toString('hex'),
  });
  return { server, url: workbenchUrl(server, {}) };
}

/** Installs packages as a user would, so that the shipped package is what is tried out. */
function installExtensions(packages: readonly string[], dataDir: string): void {
  const installed = packages.map((file) => `--install-extension=${file}`);
  const options = ['--accept-server-license-terms', `--server-data-dir=${dataDir}`, '--force'];
  execFileSync(nodeFor(NEWEST), ['out/server-main.js', ...installed, ...options], {
    cwd: installServer(NEWEST),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
