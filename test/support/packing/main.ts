import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { name, version } from '../../../package.json';
import { commandLine } from '../commandLine.ts';
import { REPO } from '../paths.ts';
import { pack } from './pack.ts';
import { repositoryAt } from './repository.ts';

/*
 * npm run package                       briefing-reader.vsix, for whoever has the repository
 * npm run release -- REPOSITORY-URL     briefing-reader-VERSION.vsix, for the stores: runs all tests first, but with --untested
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      baseContentUrl: { type: 'string' },
      baseImagesUrl: { type: 'string' },
      untested: { type: 'boolean' },
    },
  });
  const [order, address] = positionals;
  const isRelease = order === 'release';
  if (isRelease && address === undefined)
    throw new Error('Which repository is it made from? npm run release -- https://github.com/OWNER/NAME');
  const repository = isRelease ? repositoryAt(address ?? '', values) : undefined;
  if (isRelease && values.untested !== true) testAll();
  await pack(path.join(REPO, isRelease ? `${name}-${version}.vsix` : `${name}.vsix`), repository);
}

function testAll(): void {
  const { command, args, shell } = commandLine('npm', ['run', 'test:all']);
  execFileSync(command, args, { cwd: REPO, stdio: 'inherit', shell });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
