import { type Bench, MISSED } from './bench.ts';
import { growth } from './growth.ts';
import { intake } from './intake.ts';
import { language } from './language.ts';
import { library } from './library.ts';
import { opening } from './opening.ts';
import { parse } from './parse.ts';
import { reader } from './reader.ts';
import { search } from './search.ts';

const BENCHES: readonly Bench[] = [parse, growth, intake, library, opening, search, reader, language];

/*
 * npm run bench             everything
 * npm run bench -- growth   only these
 *
 * Exits with 1 where a goal is missed.
 */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    console.error(
      `There is no bench "${unknown}": choose from ${BENCHES.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  const missed: string[] = [];
  for (const bench of BENCHES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.log(`\n${bench.name}: ${bench.doing} …\n`);
    const start = Date.now();
    const { lines, met } = await bench.run();
    for (const line of lines) console.log(line);
    console.log(`\n${bench.name}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
    if (!met) missed.push(bench.name);
  }
  console.log(missed.length === 0 ? '\nEvery goal is met.' : `\n${MISSED}: ${missed.join(', ')}`);
  return missed.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
