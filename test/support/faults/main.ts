import fs from 'node:fs';
import { crowd } from './crowd.ts';
import { cutEverywhere, type Damage, flipBits } from './damage.ts';
import { disturbFiles, LIVE_FAULTS } from './files.ts';
import { type Finding, lineOf, wrongIn } from './finding.ts';
import { killHosts } from './hosts.ts';
import { killFolding, killWriters } from './kills.ts';
import { bundleChild, type How } from './windows.ts';

interface Fault {
  readonly name: string;
  run(program: string): Promise<Finding | readonly Finding[]>;
}

/** Each takes some 15 s. */
const HOSTS = 5;

const FAULTS: readonly Fault[] = [
  { name: 'kills', run: (program) => kills(program, 'replace') },
  { name: 'kills', run: (program) => kills(program, 'remove') },
  { name: 'hosts', run: hosts },
  { name: 'crowd', run: (program) => many(program, 'replace') },
  { name: 'crowd', run: (program) => many(program, 'remove') },
  { name: 'damage', run: async () => damage('cut at every length', await cutEverywhere()) },
  { name: 'damage', run: async () => damage('with one flipped bit', await flipBits(1000)) },
  { name: 'folding', run: folding },
  { name: 'files', run: files },
];

async function kills(program: string, how: How): Promise<Finding> {
  const { acknowledged, older, ...zeros } = await killWriters(program, 100, how);
  const line = `100 kills while marking (old files are ${how}d first)`;
  return { line, done: { 'marks acknowledged': acknowledged, older }, zeros };
}

async function hosts(): Promise<Finding> {
  const { acknowledged, older, ...zeros } = await killHosts(HOSTS);
  const line = `${HOSTS} kills of VS Code itself while the extension marked`;
  return { line, done: { 'marks acknowledged': acknowledged, older }, zeros };
}

async function many(program: string, how: How): Promise<Finding> {
  const { acknowledged, lost, damaged, msPerMark, msUntilAllSeeAll } = await crowd(program, 5, 2000, how);
  const times = `${msPerMark.toFixed(2)} ms a mark, ${msUntilAllSeeAll} ms until all see all`;
  return {
    line: `5 windows at once (old files are ${how}d first), ${times}`,
    done: { 'marks acknowledged': acknowledged },
    zeros: { lost, unacknowledged: 10_000 - acknowledged, damaged },
  };
}

function damage(what: string, { files, lost, notKept, unnoticed }: Damage): Finding {
  return {
    line: what,
    done: { files },
    zeros: { 'lost beyond the line that was hit': lost, notKept, unnoticed },
  };
}

async function folding(program: string): Promise<Finding> {
  const { halfway, marks, lost, damaged } = await killFolding(program, 50);
  return {
    line: '50 kills while folding',
    done: { 'of them halfway': halfway, marks },
    zeros: { lost, damaged },
  };
}

/** Files that change under the extension; a stranger's clone has nothing that changes them. */
async function files(): Promise<readonly Finding[]> {
  if (!fs.existsSync(LIVE_FAULTS))
    return [{ line: `${LIVE_FAULTS} is not there: no files were disturbed`, done: {}, zeros: {} }];
  return (await disturbFiles()).map(({ action, files, settled, wrong, foreign, loop }) => ({
    line: `${action}, as on the disk after ${settled} ms, longest stretch of work ${loop.work.toFixed(0)} ms, longest wait ${loop.wait.toFixed(0)} ms`,
    done: { files },
    zeros: { wrong, foreign },
  }));
}

/*
 * npm run faults            everything
 * npm run faults -- kills   only these: kills, hosts, crowd, damage, folding, files
 *
 * Exits with 1 where something was lost, and where nothing was done that could have been lost.
 */
async function main(names: readonly string[]): Promise<number> {
  const program = await bundleChild();
  const wrong: string[] = [];
  for (const fault of FAULTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const start = Date.now();
    const findings = [await fault.run(program)].flat();
    for (const finding of findings) console.log(lineOf(finding));
    console.log(`  (${((Date.now() - start) / 1000).toFixed(0)} s)`);
    if (findings.length === 0) wrong.push(`${fault.name}: nothing was found`);
    wrong.push(
      ...findings.flatMap((finding) => wrongIn(finding).map((figure) => `${fault.name}: ${figure}`)),
    );
  }
  console.log(wrong.length === 0 ? 'Nothing was lost.' : `Wrong are ${wrong.join('; ')}.`);
  return wrong.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
