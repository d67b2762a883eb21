import { runParts, type Part } from './lanes.ts';
import { BUILD, ROOM_NAMES, ROOMS, type Room } from './rooms.ts';
import { FAILED, METER, NONE, sum, type Count } from './step.ts';

/*
 * npm test                        every room, with a sample of what takes long
 * npm run test:all                everything
 * npm test -- pure window         only these rooms
 * npm test -- window/place        only the files of a room whose names begin with this
 */
async function main(args: readonly string[]): Promise<number> {
  const begun = Date.now();
  const isWhole = args.includes('--all');
  // For the tests that do more then.
  if (isWhole) process.env['TEST_ALL'] = '1';
  const asked = args.filter((arg) => arg !== '--all').map((arg) => arg.split('/'));
  const unknown = asked.map(([name = '']) => name).find((name) => !ROOM_NAMES.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no room "${unknown}": choose from ${ROOM_NAMES.join(', ')}.`);
    return 1;
  }
  const isChosen = (name: string) => asked.some(([room]) => room === name);
  const onlyIn = ({ name }: Room) => asked.flatMap(([room, file]) => (room === name && file ? [file] : []));

  const rooms = ROOMS.filter(({ name, onlyInAll = false }) =>
    asked.length === 0 ? isWhole || !onlyInAll : isChosen(name),
  );
  const needsBuild = isChosen(BUILD.name) || rooms.some((room) => room.needsBuild);
  const build = needsBuild ? await runParts([BUILD]) : NONE;
  const parts: Part[] = [];
  let total = build;
  for (const room of rooms) {
    try {
      if (room.needsBuild && build.failed > 0) throw new Error('not without a build.');
      parts.push(...(await room.parts({ only: onlyIn(room), isWhole })));
    } catch (error) {
      // An error that keeps one room from running must not stop the others.
      console.error(`\n${room.name}: ${error instanceof Error ? error.message : String(error)}`);
      total = sum(total, FAILED);
    }
  }
  total = sum(total, await runParts(parts));
  report(total, (Date.now() - begun) / 1000);
  return total.failed > 0 ? 1 : 0;
}

function report({ passed, failed, skipped, slowest }: Count, seconds: number): void {
  if (slowest.length > 0) console.log('\nThe slowest files:');
  for (const { name, milliseconds } of slowest)
    console.log(`${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`);
  const cpu = METER.secondsOf();
  console.log(
    `\n${seconds.toFixed(0)} s${cpu === undefined ? '' : `, ${cpu.toFixed(0)} s of CPU (user + sys of all processes)`}`,
  );
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
