import { BUILD, ROOMS, type Room } from './rooms.ts';
import { FAILED, NONE, sum, type Count } from './step.ts';

/*
 * npm test                        everything
 * npm test -- pure window         only these rooms
 * npm test -- window/place        of a room, only the files whose name begins so
 */
async function main(args: readonly string[]): Promise<number> {
  const asked = args.map((arg) => arg.split('/'));
  const names = asked.map(([name = '']) => name);
  const unknown = names.find((name) => !ROOMS.some((room) => room.name === name));
  if (unknown !== undefined) {
    console.error(`There is no room "${unknown}": choose from ${ROOMS.map((room) => room.name).join(', ')}.`);
    return 1;
  }
  const named = ROOMS.filter((room) => names.length === 0 || names.includes(room.name));
  const chosen = ROOMS.filter(
    (room) => named.includes(room) || (room.name === BUILD && named.some(needsBuild)),
  );
  const onlyIn = ({ name }: Room) => asked.flatMap(([room, file]) => (room === name && file ? [file] : []));
  let total = NONE;
  let built = true;
  for (const room of chosen) {
    const count: Count = needsBuild(room) && !built ? refuse(room) : await enter(room, onlyIn(room));
    if (room.name === BUILD) built = count.failed === 0;
    total = sum(total, count);
  }
  if (total.slowest.length > 0) console.log('\nThe slowest tests:');
  for (const { name, milliseconds } of total.slowest)
    console.log(`${String(milliseconds).padStart(7)} ms  ${name}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
}

function needsBuild(room: Room): boolean {
  return room.needsBuild;
}

function refuse(room: Room): Count {
  console.log(`\n${room.doing}: not without a build.`);
  return FAILED;
}

async function enter(room: Room, only: readonly string[]): Promise<Count> {
  console.log(`\n${room.doing} …`);
  const start = Date.now();
  let count: Count;
  try {
    count = await room.run(only);
  } catch (error) {
    // What keeps one room from running must not keep the others.
    console.error(error instanceof Error ? error.message : error);
    count = FAILED;
  }
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${room.name}: ${count.failed === 0 ? 'done' : 'failed'} after ${seconds} s`);
  return count;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
