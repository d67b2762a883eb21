import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';
import { generatedPages } from './pages.ts';

/* npm run docs: writes the pages that are generated from package.json and package.nls.json. */
async function main(): Promise<void> {
  for (const [file, text] of await generatedPages()) {
    fs.writeFileSync(path.join(REPO, file), text);
    console.log(file);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
