import { asMarkdown, writePart } from './generatedPart.ts';
import { table } from './table.ts';

/** What was done to the extension in a run, and the result. */
export interface ReliabilityRow {
  readonly what: string;
  readonly howMany: string;
  readonly wrong: string;
}

export const RELIABILITY = 'docs/reliability.md';
const HEADS = {
  faults: ['what was done', 'how many', 'lost or wrong'],
  hostile: ['what was attacked', 'how many', 'wrong'],
};

/** The name of a generated part of the page, which is that of its npm command. */
export type ReliabilityPart = keyof typeof HEADS;

/** Writes the results of a whole run into the page. */
export async function publishRun(part: ReliabilityPart, rows: readonly ReliabilityRow[]): Promise<void> {
  const lines = rows.map(({ what, howMany, wrong }) => [what, howMany, wrong]);
  await writePart(RELIABILITY, part, await asMarkdown(table(HEADS[part], lines)));
  console.log(`Written: ${RELIABILITY}.`);
}
