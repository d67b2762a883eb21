import fs from 'node:fs';
import { publishRun } from '../docs/reliabilityPage.ts';
import { crowd } from './crowd.ts';
import { cutEverywhere, type Damage, flipBits } from './damage.ts';
import { FAULT_RUNS } from './runs.ts';
import { disturbFiles, LIVE_FAULTS } from './files.ts';
import { type Finding, lineOf, rowOf, wrongIn } from './finding.ts';
import { killHosts } from './hosts.ts';
import { type KilledWriters, killFolding, killWriters } from './kills.ts';
import { bundleChild, type How } from './windows.ts';

interface Fault {
  readonly name: string;
  run(program: string): Promise<Finding | readonly Finding[]>;
}

/** The number of kills of VS Code, each of which takes about 15 s. */
const HOSTS = 5;
const KILLS = 100;
const FOLDINGS = 50;
const FLIPS = 1000;
const [WINDOWS, MARKS] = [5, 2000];

const FAULTS: readonly Fault[] = [
  { name: 'kills', run: (program) => kills(program, 'replace') },
  { name: 'kills', run: (program) => kills(program, 'remove') },
  { name: 'hosts', run: hosts },
  { name: 'crowd', run: (program) => many(program, 'replace') },
  { name: 'crowd', run: (program) => many(program, 'remove') },
  { name: 'damage', run: async () => damage(FAULT_RUNS.damage.cut, await cutEverywhere()) },
  { name: 'damage', run: async () => damage(FAULT_RUNS.damage.flipped, await flipBits(FLIPS)) },
  { name: 'folding', run: folding },
  { name: 'files', run: files },
];

/** The number of findings of a whole run. */
const COUNT = Object.values(FAULT_RUNS).flatMap((deeds) => Object.keys(deeds)).length;

async function kills(program: string, how: How): Promise<Finding> {
  return killed(FAULT_RUNS.kills[how], KILLS, await killWriters(program, KILLS, how));
}

async function hosts(): Promise<Finding> {
  return killed(FAULT_RUNS.hosts.all, HOSTS, await killHosts(HOSTS));
}

function killed(what: string, kills: number, found: KilledWriters): Finding {
  const { acknowledged, older, lost, olderLost, damaged } = found;
  return {
    what,
    done: { kills, 'marks acknowledged': acknowledged, 'older marks': older },
    zeros: { lost, 'older lost': olderLost, damaged },
  };
}

async function many(program: string, how: How): Promise<Finding> {
  const { acknowledged, lost, damaged, msPerMark, msUntilAllSeeAll } = await crowd(
    program,
    WINDOWS,
    MARKS,
    how,
  );
  return {
    what: FAULT_RUNS.crowd[how],
    remark: `${msPerMark.toFixed(2)} ms a mark, ${msUntilAllSeeAll} ms until all see all`,
    done: { 'marks acknowledged': acknowledged },
    zeros: { lost, unacknowledged: WINDOWS * MARKS - acknowledged, damaged },
  };
}

function damage(what: string, { files, lost, notKept, unnoticed }: Damage): Finding {
  return {
    what,
    done: { files },
    zeros: { 'lost beyond the line that was hit': lost, 'not kept': notKept, unnoticed },
  };
}

async function folding(program: string): Promise<Finding> {
  const { halfway, marks, lost, damaged } = await killFolding(program, FOLDINGS);
  return {
    what: FAULT_RUNS.folding.all,
    done: { kills: FOLDINGS, 'of them halfway': halfway, marks },
    zeros: { lost, damaged },
  };
}

/** Disturbs files. The script that does so is not in the repository, so a plain clone skips this. */
async function files(): Promise<readonly Finding[]> {
  if (!fs.existsSync(LIVE_FAULTS)) {
    console.log(`${LIVE_FAULTS} is not there: no files were disturbed.`);
    return [];
  }
  return (await disturbFiles()).map(({ action, files, settled, wrong, foreign, loop }) => ({
    what: FAULT_RUNS.files[action],
    remark: `as on the disk after ${settled} ms, longest stretch of work ${loop.work.toFixed(0)} ms, longest wait ${loop.wait.toFixed(0)} ms`,
    done: { files },
    zeros: { wrong, foreign },
  }));
}

/*
 * npm run faults            everything; the results go into docs/reliability.md
 * npm run faults -- kills   only these: kills, hosts, crowd, damage, folding, files
 *
 * Exits with 1 if anything was lost, or if nothing was done that could have lost anything.
 */
async function main(names: readonly string[]): Promise<number> {
  const program = await bundleChild();
  const found: Finding[] = [];
  const wrong: string[] = [];
  for (const fault of FAULTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const start = Date.now();
    const findings = [await fault.run(program)].flat();
    for (const finding of findings) console.log(lineOf(finding));
    console.log(`  (${((Date.now() - start) / 1000).toFixed(0)} s)`);
    found.push(...findings);
    wrong.push(
      ...findings.flatMap((finding) => wrongIn(finding).map((figure) => `${fault.name}: ${figure}`)),
    );
  }
  if (found.length === 0) wrong.push('nothing was done');
  if (found.length === COUNT) await publishRun('faults', found.map(rowOf));
  console.log(wrong.length === 0 ? 'Nothing was lost.' : `Wrong are ${wrong.join('; ')}.`);
  return wrong.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
