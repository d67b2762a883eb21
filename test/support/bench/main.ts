import { activation } from './activation.ts';
import { type Bench, MISSED, rowsOf } from './bench.ts';
import type { BenchName } from './report/goals.ts';
import { growth } from './growth.ts';
import { intake } from './intake.ts';
import { language } from './language.ts';
import { library } from './library.ts';
import { opening } from './opening.ts';
import { parse } from './parse.ts';
import { PAGE, PICTURE, publish } from './report/performancePage.ts';
import { reader } from './reader.ts';
import { search } from './search.ts';
import { soak } from './soak.ts';
import { tableOf } from './report/table.ts';

/** The benches, in the order of the table. */
const BENCHES: { readonly [Name in BenchName]: Bench<Name> } = {
  parse,
  growth,
  intake,
  library,
  opening,
  activation,
  search,
  reader,
  language,
  soak,
};
const NAMES = Object.keys(BENCHES) as BenchName[];

/*
 * npm run bench             everything; writes the figures to out/bench.json, docs/performance.md and its picture
 * npm run bench -- growth   only these benches, and nothing is written
 *
 * Exits with 1 if a goal is missed.
 */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}": choose from ${NAMES.join(', ')}.`);
    return 1;
  }
  const rows = [];
  for (const name of NAMES.filter((one) => names.length === 0 || names.includes(one))) {
    const bench: Bench = BENCHES[name];
    console.log(`\n${name}: ${bench.doing} …\n`);
    const start = Date.now();
    const { lines, figures } = await bench.run();
    for (const line of lines) console.log(line);
    console.log(`\n${name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
    rows.push(...rowsOf(name, figures));
  }
  console.log(`\n${await tableOf(rows)}`);
  if (names.length === 0) {
    await publish(rows);
    console.log(`Written: ${PAGE}, ${PICTURE}, out/bench.json.`);
  }
  const missed = rows.filter(({ met }) => !met).map(({ work }) => work);
  console.log(missed.length === 0 ? 'Every goal is met.' : `${MISSED}: ${missed.join('; ')}`);
  return missed.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
