import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';

/** A file or folder beside the repository, or a pending test that names the missing one. */
export function outside(context: Mocha.Context, name: string): string {
  const place = path.join(REPO, '..', 'shared', name);
  if (fs.existsSync(place)) return place;
  console.log(`      Not tested: there is no ${path.join('..', 'shared', name)} beside the repository.`);
  context.skip();
}
