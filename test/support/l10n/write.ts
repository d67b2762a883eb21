// Writes l10n/bundle.l10n.json: the messages in src that are translated.
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';
import { BUNDLE, wordsInSource, writtenBundle } from './words.ts';

async function main(): Promise<void> {
  const words = await wordsInSource();
  fs.writeFileSync(path.join(REPO, BUNDLE), writtenBundle(words));
  console.log(`${Object.keys(words).length} messages in ${BUNDLE}.`);
}

void main();
