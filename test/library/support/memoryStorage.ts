import { Emitter } from '../../../src/base/event.ts';
import type { Clock, Storage, StoredFile } from '../../../src/library/ports.ts';
import { ReadingLog } from '../../../src/library/log/readingLog.ts';
import { MemoryLog } from './inMemory.ts';

/** The time at which each test starts, for all clocks. */
export const NOW = 1_770_000_000_000;

/** The state that all windows share. */
class Disk {
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly modified: number }>();
  readonly changed = new Emitter<undefined>();
  now = NOW;
}

/**
 * A folder in memory as one window sees it. Like VS Code’s `rename`, a write removes the old file before the
 * new one takes its place: these are two steps, and a crash may come between them.
 */
export class MemoryStorage implements Storage {
  readonly #disk: Disk;
  /** The steps so far, such as `write log-a`. */
  readonly steps: string[] = [];
  /** The window is killed after this number of steps: all later ones reject. */
  crashAfter = Infinity;
  /** Returns the error of a step that fails. */
  failing: (step: string) => Error | undefined = () => undefined;
  /** Returns what a step waits for. */
  waiting: (step: string) => Promise<unknown> = () => Promise.resolve();

  constructor(disk = new Disk()) {
    this.#disk = disk;
  }

  get onDidChange() {
    return this.#disk.changed.event;
  }

  get names(): string[] {
    return [...this.#disk.files.keys()].sort();
  }

  /** The storage of another window, with the same files. */
  another(): MemoryStorage {
    return new MemoryStorage(this.#disk);
  }

  textOf(name: string): string {
    return new TextDecoder().decode(this.#disk.files.get(name)?.bytes);
  }

  /** Adds a file that was written `ago` ms before now. */
  put(name: string, content: string | Uint8Array, ago = 0): void {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.#disk.files.set(name, { bytes, modified: this.#disk.now - ago });
  }

  /** Advances the time for all windows. */
  pass(time: number): void {
    this.#disk.now += time;
  }

  async list(): Promise<readonly StoredFile[]> {
    await this.#step('list');
    return [...this.#disk.files].map(([name, { bytes, modified }]) => ({
      name,
      modified,
      size: bytes.length,
    }));
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    await this.#step(`read ${name}`);
    return this.#disk.files.get(name)?.bytes;
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#step(`write ${name}`);
    if (this.#disk.files.delete(name)) await this.#step(`replace ${name}`);
    this.#disk.files.set(name, { bytes, modified: this.#disk.now++ });
    this.#disk.changed.fire(undefined);
  }

  async rename(name: string, to: string): Promise<boolean> {
    await this.#step(`rename ${name} ${to}`);
    const file = this.#disk.files.get(name);
    if (!file) return false;
    this.#disk.files.delete(name);
    this.#disk.files.set(to, file);
    this.#disk.changed.fire(undefined);
    return true;
  }

  async remove(name: string): Promise<void> {
    await this.#step(`remove ${name}`);
    this.#disk.files.delete(name);
    this.#disk.changed.fire(undefined);
  }

  async #step(step: string): Promise<void> {
    await Promise.resolve();
    if (this.steps.length >= this.crashAfter) throw new Error('The window is gone.');
    this.steps.push(step);
    await this.waiting(step);
    const error = this.failing(step);
    if (error) throw error;
  }
}

class MemoryClock implements Clock {
  time = NOW;

  now(): number {
    return this.time;
  }
}

/** A reading log with files in memory, those of `storage` if it is given, and the changes that it fired. */
export function memoryReadingLog(storage = new MemoryStorage(), windowId = 'w') {
  const [clock, logger] = [new MemoryClock(), new MemoryLog()];
  const reading = new ReadingLog(storage, clock, logger, windowId);
  const told: string[] = [];
  reading.onDidChange((keys) => told.push([...keys].join(' ')));
  reading.onDidChangeProblem((problem) => told.push(`problem ${problem ?? 'over'}`));
  return { reading, storage, clock, logger, told };
}
