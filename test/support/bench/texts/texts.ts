import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../../../src/briefing/text/bytes/decodeBytes.ts';
import { REPO } from '../../paths.ts';

/** A folder next to the repository, which may not exist. */
export const SHARED = path.join(REPO, '..', 'shared');

export interface Sample {
  readonly file: string;
  readonly text: string;
}

/** The real briefings next to the repository, or else those in it. */
export function realBriefings(): Sample[] {
  const corpus = path.join(SHARED, 'corpus');
  const listed = ['MANIFEST.json', 'agents/MANIFEST.json'].flatMap((name) => {
    const manifest = path.join(corpus, name);
    if (!fs.existsSync(manifest)) return [];
    return JSON.parse(fs.readFileSync(manifest, 'utf8')) as readonly { readonly file: string }[];
  });
  return listed.length > 0
    ? listed.flatMap(({ file }) => sample(path.join(corpus, file)))
    : ['briefings', 'test/fixtures'].flatMap((folder) => samplesIn(path.join(REPO, folder)));
}

/** The briefings that ship with the extension. */
export function bundledBriefings(): Sample[] {
  return samplesIn(path.join(REPO, 'briefings'));
}

function samplesIn(folder: string): Sample[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .sort()
    .flatMap((file) => sample(path.join(folder, file)));
}

function sample(file: string): Sample[] {
  const decoded = decodeBytes(fs.readFileSync(file));
  return decoded.kind === 'text' ? [{ file, text: decoded.text }] : [];
}
