import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { PinnedPackage } from '../versions.ts';

/** Runs npm in a folder, without the scripts of packages. Its stdout is ignored. */
export function npm(folder: string, args: readonly string[]): void {
  execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    // The packages will run on a Node of our choice, not on the one that runs npm.
    env: { ...process.env, npm_config_engine_strict: 'false' },
  });
}

/**
 * Downloads a package, checks that it is the pinned one, and unpacks a folder of it:
 * `unpack(pin, 'lib/vscode', folder)` puts `lib/vscode/product.json` at `folder/product.json`.
 */
export function unpack(pin: PinnedPackage, part: string, folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  npm(folder, ['pack', pin.spec]);
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error(`npm did not bring ${pin.spec}.`);
  const tarball = path.join(folder, name);
  const integrity = `sha512-${createHash('sha512').update(fs.readFileSync(tarball)).digest('base64')}`;
  if (integrity !== pin.integrity) {
    throw new Error(`${pin.spec} is not the pinned package: its integrity is ${integrity}.`);
  }
  const depth = String(part.split('/').length + 1);
  execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components', depth, `package/${part}`]);
  fs.rmSync(tarball);
}

/**
 * Makes a folder atomically, if it does not exist: `fill` works in another folder, which is renamed when it is
 * finished, so that an interrupted download is never mistaken for a finished one.
 */
export function makeOnce(folder: string, fill: (unfinished: string) => void): void {
  if (fs.existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { recursive: true });
  fill(unfinished);
  fs.renameSync(unfinished, folder);
}
