import { runParts, type Part } from './lanes.ts';
import { BUILD, ROOM_NAMES, ROOMS, type Room } from './rooms.ts';
import { FAILED, NONE, sum, type Count } from './step.ts';

/*
 * npm test                        everything
 * npm test -- pure window         only these rooms
 * npm test -- window/place        only the files of a room whose names begin with this
 */
async function main(args: readonly string[]): Promise<number> {
  const asked = args.map((arg) => arg.split('/'));
  const unknown = asked.map(([name = '']) => name).find((name) => !ROOM_NAMES.includes(name));
  if (unknown !== undefined) {
    console.error(`There is no room "${unknown}": choose from ${ROOM_NAMES.join(', ')}.`);
    return 1;
  }
  const isChosen = (name: string) => asked.length === 0 || asked.some(([room]) => room === name);
  const onlyIn = ({ name }: Room) => asked.flatMap(([room, file]) => (room === name && file ? [file] : []));

  const rooms = ROOMS.filter(({ name }) => isChosen(name));
  const build =
    isChosen(BUILD.name) || rooms.some(({ needsBuild }) => needsBuild) ? await runParts([BUILD]) : NONE;
  const parts: Part[] = [];
  let total = build;
  for (const room of rooms) {
    try {
      if (room.needsBuild && build.failed > 0) throw new Error('not without a build.');
      parts.push(...(await room.parts(onlyIn(room))));
    } catch (error) {
      // An error that keeps one room from running must not stop the others.
      console.error(`\n${room.name}: ${error instanceof Error ? error.message : String(error)}`);
      total = sum(total, FAILED);
    }
  }
  total = sum(total, await runParts(parts));
  report(total);
  return total.failed > 0 ? 1 : 0;
}

function report({ passed, failed, skipped, slowest }: Count): void {
  if (slowest.length > 0) console.log('\nThe slowest tests:');
  for (const { name, milliseconds } of slowest)
    console.log(`${String(milliseconds).padStart(7)} ms  ${name}`);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
