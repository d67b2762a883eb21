import fs from 'node:fs';
import { crowd } from './crowd.ts';
import { cutEverywhere, type Damage, flipBits } from './damage.ts';
import { disturbFiles, LIVE_FAULTS } from './files.ts';
import { killFolding, killWriters } from './kills.ts';
import { bundleChild, type How } from './windows.ts';

/** What a run has found: a line to read, and the figures that have to be 0. */
interface Finding {
  readonly line: string;
  readonly zeros: Readonly<Record<string, number>>;
}

interface Fault {
  readonly name: string;
  run(program: string): Promise<Finding | readonly Finding[]>;
}

const FAULTS: readonly Fault[] = [
  { name: 'kills', run: (program) => kills(program, 'replace') },
  { name: 'kills', run: (program) => kills(program, 'remove') },
  { name: 'crowd', run: (program) => many(program, 'replace') },
  { name: 'crowd', run: (program) => many(program, 'remove') },
  { name: 'damage', run: async () => damage('cut at every length', await cutEverywhere()) },
  { name: 'damage', run: async () => damage('with one flipped bit', await flipBits(1000)) },
  { name: 'folding', run: folding },
  { name: 'files', run: files },
];

async function kills(program: string, how: How): Promise<Finding> {
  const { acknowledged, older, lost, olderLost, damaged } = await killWriters(program, 100, how);
  const line = `100 kills while marking (old files are ${how}d first): ${acknowledged} marks acknowledged, ${older} older`;
  return { line, zeros: { lost, olderLost, damaged } };
}

async function many(program: string, how: How): Promise<Finding> {
  const { acknowledged, lost, damaged, msPerMark, msUntilAllSeeAll } = await crowd(program, 5, 2000, how);
  const times = `${msPerMark.toFixed(2)} ms a mark, ${msUntilAllSeeAll} ms until all see all`;
  return {
    line: `5 windows at once (old files are ${how}d first): ${acknowledged} marks acknowledged, ${times}`,
    zeros: { lost, unacknowledged: 10_000 - acknowledged, damaged },
  };
}

function damage(what: string, { files, lost, notKept, unnoticed }: Damage): Finding {
  return {
    line: `${files} files ${what}`,
    zeros: { 'lost beyond the line that was hit': lost, notKept, unnoticed },
  };
}

async function folding(program: string): Promise<Finding> {
  const { halfway, marks, lost, damaged } = await killFolding(program, 50);
  return {
    line: `50 kills while folding, ${halfway} of them halfway: ${marks} marks`,
    zeros: { lost, damaged },
  };
}

/** Files that change under the extension; a stranger's clone has nothing that changes them. */
async function files(): Promise<readonly Finding[]> {
  if (!fs.existsSync(LIVE_FAULTS))
    return [{ line: `${LIVE_FAULTS} is not there: no files were disturbed`, zeros: {} }];
  return (await disturbFiles()).map(({ action, files, settled, wrong, foreign, loop }) => ({
    line: `${files} files, ${action}: as on the disk after ${settled} ms, longest stretch of work ${loop.work.toFixed(0)} ms, longest wait ${loop.wait.toFixed(0)} ms`,
    zeros: { wrong, foreign },
  }));
}

/*
 * npm run faults            everything
 * npm run faults -- kills   only these: kills, crowd, damage, folding, files
 *
 * Exits with 1 where a figure is not 0 that has to be.
 */
async function main(names: readonly string[]): Promise<number> {
  const program = await bundleChild();
  let bad = 0;
  for (const fault of FAULTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const start = Date.now();
    for (const { line, zeros } of [await fault.run(program)].flat()) {
      const figures = Object.entries(zeros).map(([what, figure]) => `${what} ${figure}`);
      console.log([line, figures.join(', ')].filter(Boolean).join('; '));
      bad += Object.values(zeros).filter((figure) => figure !== 0).length;
    }
    console.log(`  (${((Date.now() - start) / 1000).toFixed(0)} s)`);
  }
  console.log(bad === 0 ? 'Nothing was lost.' : `${bad} figures are not 0.`);
  return bad === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
