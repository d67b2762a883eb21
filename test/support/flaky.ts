import os from 'node:os';
import { runParts } from './lanes.ts';
import { BUILD, ROOMS } from './rooms.ts';

/*
 * npm run test:flaky -- 20                  runs all tests in windows and in the workbench 20 times
 * npm run test:flaky -- 20 window/place     runs only the files of a room whose names begin with this
 *
 * Four times as many run in parallel as there are processors, so that each gets a fraction of one, as on a busy
 * machine. Prints how often each test failed, and returns 1 if one did.
 */
const LANES = 4 * os.availableParallelism();
const ROOMS_WITH_WINDOWS = ['workbench', 'window'];

async function main([times = '20', ...args]: readonly string[]): Promise<number> {
  const asked = args.map((arg) => arg.split('/'));
  const build = await runParts([BUILD]);
  if (build.failed > 0) return 1;
  const failures = new Map<string, number>();
  let failed = 0;
  for (let round = 1; round <= Number(times); round++) {
    const begun = Date.now();
    const parts = [];
    for (const room of ROOMS) {
      const only = asked.flatMap(([name, file]) => (room.name === name && file ? [file] : []));
      if (
        asked.length === 0
          ? ROOMS_WITH_WINDOWS.includes(room.name)
          : asked.some(([name]) => room.name === name)
      )
        parts.push(...(await room.parts({ only, isWhole: false })));
    }
    const count = await runParts(parts, LANES, false);
    failed += count.failed;
    for (const test of count.failures) failures.set(test, (failures.get(test) ?? 0) + 1);
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.log(`\nRound ${round}: ${count.passed} passed, ${count.failed} failed after ${seconds} s`);
  }
  console.log(failures.size > 0 ? '\nFailed:' : '');
  for (const [test, rounds] of failures) console.log(`${String(rounds).padStart(4)} of ${times}  ${test}`);
  console.log(`${times} rounds: ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
