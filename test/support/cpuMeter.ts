import fs from 'node:fs';

/** What the kernel last said of a process, in s. */
interface Seen {
  readonly parent: number;
  /** Its own time. */
  own: number;
  /** The whole time of those of its children that it has waited for. */
  waitedFor: number;
  isGone: boolean;
}

/** How often processes are looked at, in ms. */
const INTERVAL = 500;
/** Linux reports times in hundredths of a second, on every machine. */
const TICKS = 100;

/**
 * Measures the CPU time, user and system, of processes and of all that they start. Only where there is `/proc`: Node
 * itself knows the time of no process but its own, and the time of a child that is ended with its parent is known
 * to nobody later. So processes are looked at while they run.
 */
export class CpuMeter {
  readonly #seen = new Map<number, Seen>([[process.pid, { parent: 0, own: 0, waitedFor: 0, isGone: false }]]);
  readonly #timer = fs.existsSync('/proc/self/stat')
    ? setInterval(() => {
        this.#look();
      }, INTERVAL).unref()
    : undefined;

  /** The time of a process and its descendants since they began, in s; undefined where it cannot be known. */
  secondsOf(pid: number = process.pid): number | undefined {
    if (this.#timer === undefined) return undefined;
    this.#look();
    const whole = (of: number): number => {
      const seen = this.#seen.get(of);
      let [running, gone] = [0, 0];
      for (const [child, { parent, isGone }] of this.#seen) {
        if (parent !== of) continue;
        if (isGone) gone += whole(child);
        else running += whole(child);
      }
      // What has ended is in the time of its parent only if that waited for it.
      return (seen?.own ?? 0) + running + Math.max(gone, seen?.waitedFor ?? 0);
    };
    return whole(pid);
  }

  #look(): void {
    const found = new Map<number, Seen>();
    for (const name of fs.readdirSync('/proc')) {
      const pid = Number(name);
      const seen = Number.isNaN(pid) ? undefined : look(pid);
      if (seen) found.set(pid, seen);
    }
    for (const [pid, known] of this.#seen) {
      const now = found.get(pid);
      if (now) [known.own, known.waitedFor] = [now.own, now.waitedFor];
      else known.isGone = true;
    }
    // A process that was orphaned keeps the parent that it was first seen with. A new one can be the child of a new one.
    for (let before = -1; before < this.#seen.size;) {
      before = this.#seen.size;
      for (const [pid, now] of found)
        if (!this.#seen.has(pid) && this.#seen.has(now.parent)) this.#seen.set(pid, now);
    }
  }
}

function look(pid: number): Seen | undefined {
  let text: string;
  try {
    text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has just ended.
    return undefined;
  }
  // The name before the fields, in brackets, may itself have spaces and brackets.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = [1, 11, 12, 13, 14].map(
    (i) => fields[i],
  );
  return {
    parent,
    own: (user + system) / TICKS,
    waitedFor: (childrenUser + childrenSystem) / TICKS,
    isGone: false,
  };
}
