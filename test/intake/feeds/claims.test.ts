import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Claims, type ClaimFolder, isTaken, LEASE, readClaim } from '../../../src/intake/feeds/claims.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;

/** A folder in memory; `wait` lets other windows run at each step. */
class MemoryFolder implements ClaimFolder {
  readonly files = new Map<string, Uint8Array>();
  readonly #wait: () => Promise<unknown>;

  constructor(wait: () => Promise<unknown> = () => Promise.resolve()) {
    this.#wait = wait;
  }

  async list() {
    await this.#wait();
    return [...this.files.keys()].map((name) => ({ name }));
  }

  async read(name: string) {
    await this.#wait();
    return this.files.get(name);
  }

  /** Like VS Code’s `rename`, removes the target before the new file is there. */
  async write(name: string, bytes: Uint8Array) {
    this.files.delete(name);
    await this.#wait();
    this.files.set(name, bytes);
    await this.#wait();
  }

  async remove(name: string) {
    await this.#wait();
    this.files.delete(name);
  }
}

describe('A window’s claim', () => {
  it('is granted if no other window has one', () => {
    const cases = [
      [[], false],
      [[{ window: 'a', until: NOW + 1 }], false],
      [[{ window: 'b', until: NOW + 1 }], true],
      [[{ window: 'b', until: NOW }], false],
      [[{ window: 'b', until: NOW + DAY }], false],
      [[{ window: 'b', until: NaN }], false],
    ] as const;
    for (const [claims, expected] of cases) assert.equal(isTaken(claims, 'a', NOW), expected);
  });

  it('is exclusive until it is released or its window is killed', async () => {
    const clock = { now: NOW };
    const folder = new MemoryFolder();
    const [a, b] = ['a', 'b'].map((window) => new Claims(folder, window, () => clock.now));
    assert.ok(a && b);
    assert.deepEqual([await a.acquire(), await b.acquire(), await a.acquire()], [true, false, true]);
    await a.release();
    assert.deepEqual([folder.files.size, await b.acquire(), await a.acquire()], [0, true, false]);
    clock.now += LEASE;
    assert.deepEqual([await a.acquire(), await b.acquire()], [true, false]);
  });

  it('is free if its file is damaged', async () => {
    const folder = new MemoryFolder();
    folder.files.set('claim-b-a', new TextEncoder().encode('{"window":'));
    assert.equal(await new Claims(folder, 'a', () => NOW).acquire(), true);
    for (const text of ['', '[]', 'null', '{"window":1,"until":2}']) assert.equal(readClaim(text), undefined);
  });

  it('is visible while it is renewed under another name', async () => {
    const folder = new MemoryFolder();
    const holder = new Claims(folder, 'a', () => NOW);
    assert.equal(await holder.acquire(), true);
    const read = folder.read.bind(folder);
    folder.read = async (name) => {
      // After the other window has listed the folder, and before it reads the claim.
      await holder.acquire();
      return read(name);
    };
    assert.equal(await new Claims(folder, 'b', () => NOW).acquire(), false);
  });

  it('is never granted to two windows, in whichever order they try', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, windows) => {
        const folder = new MemoryFolder(() => scheduler.schedule(Promise.resolve()));
        const holding = new Set<string>();
        const live = async (window: string) => {
          const claims = new Claims(folder, window, () => NOW);
          for (let tries = 0; tries < 3; tries++) {
            if (!(await claims.acquire())) continue;
            holding.add(window);
            assert.equal(holding.size, 1);
            if (await claims.acquire()) await scheduler.schedule(Promise.resolve());
            else assert.fail('What it has, it may lengthen.');
            assert.equal(holding.size, 1);
            holding.delete(window);
            await claims.release();
          }
        };
        const all = Promise.all(Array.from({ length: windows }, (_, i) => live(`w${i}`)));
        await scheduler.waitFor(all);
      }),
    );
  });
});
