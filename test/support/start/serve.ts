import { createVSIX } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Server, startServer, workbenchUrl } from '../vscode/host.ts';
import { installServer, nodeFor } from '../vscode/vscodeServer.ts';
import { NEWEST } from '../versions.ts';

/** A small extension that shows the briefings in the window that opens. */
export const LANDING = path.join(__dirname, 'landing');

interface ServeOptions {
  /** What is installed and set is kept there from one start to the next. */
  readonly dataDir: string;
  readonly packagePath: string;
  readonly port?: number;
}

/** Serves VS Code with the extension as it was packaged, and gives the address of its window. */
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
    // A person sits here: links ask before they leave, and messages appear.
    smokeTestDriver: false,
    // Other users of this machine reach the port as well.
    connectionToken: randomBytes(16).toString('hex'),
  });
  return { server, url: workbenchUrl(server, {}) };
}

/** Installs packages as a user would, so that what is tried out is what is shipped. */
function installExtensions(packages: readonly string[], dataDir: string): void {
  const installed = packages.map((file) => `--install-extension=${file}`);
  const options = ['--accept-server-license-terms', `--server-data-dir=${dataDir}`, '--force'];
  execFileSync(nodeFor(NEWEST), ['out/server-main.js', ...installed, ...options], {
    cwd: installServer(NEWEST),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
