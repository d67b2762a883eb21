import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownShapes } from './ownShapes.ts';
import { bundledBriefings, realBriefings, type Sample, SHARED } from './texts.ts';

/** A kind of text that can be made at any size. */
export interface Shape {
  readonly name: string;
  /** Makes a text of about a number of bytes. */
  readonly make: (bytes: number) => string;
  /** Only its cost is measured: it produces more than in proportion to its length, so its growth says nothing. */
  readonly isForCost?: boolean;
}

/** How much real text is repeated, in UTF-16 units, so that texts of all sizes have the same mixture. */
const REPEATED = 100_000;

/** Repeated real briefings, then the hostile shapes. */
export async function allShapes(): Promise<Shape[]> {
  const real = realBriefings();
  return [
    repeated('ordinary Markdown', real.filter(isMarkdown)),
    repeated(
      'ordinary text',
      real.filter((sample) => !isMarkdown(sample)),
    ),
    repeated(
      'ordinary unmarked text',
      bundledBriefings().filter((sample) => !isMarkdown(sample)),
    ),
    ...(await hostileShapes()),
  ];
}

function isMarkdown({ file }: Sample): boolean {
  return !file.endsWith('.txt');
}

function repeated(name: string, samples: readonly Sample[]): Shape {
  let block = '';
  for (let i = 0; block.length < REPEATED; i++) {
    const { text } = samples[i % samples.length] ?? { text: 'No briefing is there.' };
    block += `${text.slice(0, REPEATED - block.length)}\n\n`;
  }
  const size = Buffer.byteLength(block);
  return { name, make: (bytes) => block.repeat(Math.max(1, Math.round(bytes / size))) };
}

type Pathological = readonly [group: string, name: string, n: number, make: (n: number) => string];

/** The shapes that are made to be expensive: our own, and those next to the repository, if they exist. */
export async function hostileShapes(): Promise<Shape[]> {
  const file = path.join(SHARED, 'hostile', 'pathological.mjs');
  if (!fs.existsSync(file)) return [...ownShapes];
  const { pathological } = (await import(pathToFileURL(file).href)) as {
    readonly pathological: readonly Pathological[];
  };
  const beside = pathological.map(([group, name, n, make]) => ({
    name: `${group}-${name}`,
    make: (bytes: number) => make(repetitionsFor(bytes, n, make)),
  }));
  return [...ownShapes, ...beside];
}

/** Finds the `n` that makes a text of about `bytes`, by its slope: the length may grow with a power of `n`. */
function repetitionsFor(bytes: number, start: number, make: (n: number) => string): number {
  const sizeOf = (n: number) => Buffer.byteLength(make(n));
  let n = start;
  for (let i = 0; i < 6; i++) {
    const size = sizeOf(n);
    if (Math.abs(size / bytes - 1) < 0.02) break;
    // Limited steps, since a guess that is far too high would make a text that is far too long.
    const wanted = Math.min(bytes / size, 16);
    const slope = Math.max(1, Math.log2(sizeOf(2 * n) / size));
    n = Math.max(1, Math.round(n * wanted ** (1 / slope)));
  }
  return n;
}
