import fs from 'node:fs';
import path from 'node:path';
import { BUNDLE } from '../../support/l10n/words.ts';
import { REPO } from '../../support/paths.ts';

/** A language whose dates and plural forms, which come from VS Code and Intl, have no Latin letters. */
export const LANGUAGE = 'uk';

const LETTERS = new Map(
  Array.from('aceginorsuyzACEGINORSUYZ', (letter, i) => [letter, 'áçéĝíñöŕšûýžÁÇÉĜÍÑÖŔŠÛÝŽ'.charAt(i)]),
);

/** What no translation changes: placeholders, commands, addresses, code, icons, names of settings. */
const KEPT = /(\{\d+\}|\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)|\*\*|#[\w.]+#|\n)/;

/** `Copied.` -> `⟦Çöpíéd. ····⟧`: marked, and a third longer or more, as a translation may be. */
export function pseudo(text: string): string {
  const changed = text.split(KEPT).map((part, i) => (i % 2 === 1 ? part : accented(part)));
  const longer = '·'.repeat(Math.ceil(text.replace(new RegExp(KEPT, 'g'), '').length * 0.33));
  return `⟦${changed.join('')} ${longer}⟧`;
}

/** Writes the installed extension into a folder, with all of its strings replaced by `pseudo`. */
export function writePseudoExtension(folder: string): void {
  for (const name of ['package.json', 'package.nls.json', 'dist', 'media', 'briefings', 'l10n'])
    fs.cpSync(path.join(REPO, name), path.join(folder, name), { recursive: true });
  const read = (file: string) =>
    JSON.parse(fs.readFileSync(path.join(REPO, file), 'utf8')) as Record<string, string>;
  const write = (file: string, words: readonly (readonly [string, string])[]) => {
    fs.writeFileSync(path.join(folder, file), JSON.stringify(Object.fromEntries(words)));
  };
  write(
    `package.nls.${LANGUAGE}.json`,
    Object.entries(read('package.nls.json')).map(([key, text]) => [key, pseudo(text)]),
  );
  write(
    BUNDLE.replace('.json', `.${LANGUAGE}.json`),
    Object.keys(read(BUNDLE)).map((key) => [key, pseudo(key.replace(/\/(?:one|few)$/, ''))]),
  );
}

/** The texts with a word that was not replaced, apart from `names`, which are the same in each language. */
export function notReplaced(texts: readonly string[], names: RegExp): string[] {
  return texts.filter((text) => {
    let rest = text;
    for (let before = ''; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, '')];
    return /[a-z]{2}/i.test(rest.replace(names, ''));
  });
}

function accented(text: string): string {
  return Array.from(text, (letter) => LETTERS.get(letter) ?? letter).join('');
}
