import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writePart } from '../../docs/generatedPart.ts';
import { OUT, REPO } from '../../paths.ts';
import { NEWEST } from '../../versions.ts';
import type { Row } from '../bench.ts';
import { chart } from './chart.ts';
import { tableOf } from './table.ts';

/** The page that explains all rows, and its picture. */
export const PAGE = 'docs/performance.md';
export const PICTURE = 'docs/performance.svg';
/** The name of the generated part of the page. */
export const PART = 'figures';

/** Writes the figures of a run of all benches to out/bench.json, to the page, and to its picture. */
export async function publish(rows: readonly Row[]): Promise<void> {
  const machine = { cores: os.availableParallelism(), node: process.versions.node, vscode: NEWEST.version };
  fs.mkdirSync(OUT, { recursive: true });
  fs.writeFileSync(path.join(OUT, 'bench.json'), `${JSON.stringify({ machine, rows }, undefined, 2)}\n`);
  fs.writeFileSync(path.join(REPO, PICTURE), chart(rows));
  const where = `All figures are from one run, on a machine with ${machine.cores} cores, with Node ${machine.node} and VS Code ${machine.vscode}.`;
  await writePart(PAGE, PART, `${where}\n\n${await tableOf(rows)}`);
}
