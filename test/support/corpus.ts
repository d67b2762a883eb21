import fs from 'node:fs';
import path from 'node:path';
import { decodeBytes } from '../../src/briefing/text/bytes/decodeBytes.ts';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../src/briefing/readingItems.ts';
import { flatten } from '../../src/briefing/structure/structure.ts';
import { takeawaysIn } from '../../src/briefing/briefingContents.ts';

/*
 * npm run corpus -- FOLDER: prints one line for each text file in a folder, to be looked over: the date, the numbers of
 * sections, takeaways (of them key takeaways), reading items, references and problems, milliseconds, path and title.
 */
const TEXT = /(?<!MANIFEST)\.(?:md|markdown|txt|text|json)$/i;

interface Row {
  readonly file: string;
  readonly briefing: Briefing | undefined;
  /** The time of decoding and parsing. */
  readonly milliseconds: number;
}

function main(folder: string | undefined): number {
  if (folder === undefined || !fs.existsSync(folder)) {
    console.error('Say which folder: npm run corpus -- FOLDER');
    return 1;
  }
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TEXT.test(file));
  const rows = files.sort().map((file) => read(folder, file));
  console.log(`date       sect take  key item refs prob     ms  file: title`);
  for (const row of rows) console.log(lineOf(row));
  console.log(summaryOf(rows));
  return 0;
}

function read(folder: string, file: string): Row {
  const bytes = fs.readFileSync(path.join(folder, file));
  const start = performance.now();
  const decoded = decodeBytes(bytes);
  const briefing = decoded.kind === 'text' ? parseBriefing(decoded.text, path.basename(file)) : undefined;
  return { file, briefing, milliseconds: performance.now() - start };
}

function lineOf({ file, briefing, milliseconds }: Row): string {
  if (!briefing) return `binary${' '.repeat(42)}${file}`;
  const { date = '-', title } = briefing;
  const { sections, takeaways, keyTakeaways, items, references, problems } = countsOf(briefing);
  const numbers = [sections, takeaways, keyTakeaways, items, references, problems].map((n) =>
    String(n).padStart(4),
  );
  return `${date.padEnd(10)} ${numbers.join(' ')} ${milliseconds.toFixed(1).padStart(6)}  ${file}: ${title}`;
}

function countsOf(briefing: Briefing) {
  const { sections, references, problems } = briefing;
  const key = flatten(sections).filter(({ kind }) => kind === 'takeaways');
  return {
    sections: flatten(sections).length,
    takeaways: takeawaysIn(sections).length,
    keyTakeaways: takeawaysIn(key).length,
    items: readingItems(briefing).length,
    references: references.length,
    problems: problems.length,
  };
}

function summaryOf(rows: readonly Row[]): string {
  const briefings = rows.flatMap(({ briefing }) => briefing ?? []);
  const counts = briefings.map(countsOf);
  const having = (name: string, found: number) => `${found} with ${name}`;
  const milliseconds = rows.reduce((sum, row) => sum + row.milliseconds, 0);
  return [
    `\n${rows.length} files, ${rows.length - briefings.length} binary`,
    having('a date', briefings.filter(({ date }) => date !== undefined).length),
    having('sections', counts.filter(({ sections }) => sections > 0).length),
    having('takeaways', counts.filter(({ takeaways }) => takeaways > 0).length),
    having('key takeaways', counts.filter(({ keyTakeaways }) => keyTakeaways > 0).length),
    having('reading items', counts.filter(({ items }) => items > 0).length),
    having('references', counts.filter(({ references }) => references > 0).length),
    having('problems', counts.filter(({ problems }) => problems > 0).length),
    `${milliseconds.toFixed(0)} ms`,
  ].join(', ');
}

process.exitCode = main(process.argv[2]);
