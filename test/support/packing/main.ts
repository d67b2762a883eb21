import path from 'node:path';
import { parseArgs } from 'node:util';
import { name, version } from '../../../package.json';
import { REPO } from '../paths.ts';
import { pack } from './pack.ts';
import { repositoryAt } from './repository.ts';

/*
 * npm run package                       briefing-reader.vsix, for whoever has the repository
 * npm run release -- REPOSITORY-URL     briefing-reader-VERSION.vsix, for the stores
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { baseContentUrl: { type: 'string' }, baseImagesUrl: { type: 'string' } },
  });
  const [order, address] = positionals;
  const isRelease = order === 'release';
  if (isRelease && address === undefined)
    throw new Error('Which repository is it made from? npm run release -- https://github.com/OWNER/NAME');
  const repository = isRelease ? repositoryAt(address ?? '', values) : undefined;
  await pack(path.join(REPO, isRelease ? `${name}-${version}.vsix` : `${name}.vsix`), repository);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
