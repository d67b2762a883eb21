import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { REPO } from '../paths.ts';
import { forReaders, withoutDeadLinks } from './packedPage.ts';
import type { Repository } from './repository.ts';

/** The pages that VS Code and the stores show. */
const PAGES = ['README.md', 'CHANGELOG.md'];

/** The properties of the manifest that only npm reads. */
const NPM_ONLY = ['private', 'bin', 'scripts', 'dependencies', 'devDependencies'];

/**
 * Builds and packs a copy of the repository, so that nothing in the repository itself changes. With `repository`, the
 * manifest names it and the pages link to it; without, the pages have no links to files outside the package.
 */
export async function pack(packagePath: string, repository?: Repository): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'briefing-reader-'));
  try {
    for (const file of await listFiles({ cwd: REPO, packageManager: PackageManager.None })) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.copyFileSync(path.join(REPO, file), path.join(folder, file));
    }
    execFileSync(process.execPath, ['esbuild.js', '--production', '--into', folder], {
      cwd: REPO,
      stdio: 'inherit',
    });
    // Without it, vsce would use its own defaults for what to leave out.
    fs.copyFileSync(path.join(REPO, '.vscodeignore'), path.join(folder, '.vscodeignore'));
    rewrite(folder, 'package.json', (text) => packedManifest(text, repository));
    for (const page of PAGES)
      rewrite(folder, page, (text) => {
        const packed = forReaders(text);
        return repository ? packed : withoutDeadLinks(packed);
      });
    await createVSIX({
      cwd: folder,
      packagePath,
      dependencies: false,
      ...(repository
        ? { baseContentUrl: repository.pages, baseImagesUrl: repository.pictures }
        : { allowMissingRepository: true }),
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function packedManifest(text: string, repository: Repository | undefined): string {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  for (const key of NPM_ONLY) Reflect.deleteProperty(manifest, key);
  if (repository)
    Object.assign(manifest, {
      repository: repository.repository,
      bugs: repository.bugs,
      homepage: repository.homepage,
    });
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const whole = path.join(folder, file);
  fs.writeFileSync(whole, change(fs.readFileSync(whole, 'utf8').replace(/\r\n/g, '\n')));
}
