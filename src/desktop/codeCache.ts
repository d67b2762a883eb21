import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pid } from 'node:process';
import { Script } from 'node:vm';

/** In bytes. */
const DIGEST_LENGTH = 32;

/**
 * Loads a CommonJS module as `require` does, with the code that V8 compiled at an earlier start. Compiling it again
 * takes longer than everything else at a start. The first start only makes the file, with no code in it: it does much
 * that later ones do not, and V8 keeps all saved code in memory. The second one saves its code.
 *
 * @param file its path; the module may use `exports`, `module` and `require`
 * @param cache the path of the file with the compiled code, in a folder of its own. Neither need exist. It is replaced if
 *   the module or V8 has changed, or if it is damaged. If it cannot be written, the next start only takes longer.
 * @param later calls the given function when the code of a start has run
 * @returns what the module exports
 */
export function requireCached(file: string, cache: string, later: (save: () => void) => void): unknown {
  const source = readFileSync(file);
  const saved = savedCode(cache, source);
  const cachedData = saved?.length ? saved : undefined;
  const script = new Script(`(function(exports,require,module){${source.toString()}\n})`, {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = { exports: {} };
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run(module.exports, createRequire(file), module);
  // V8 rejects what another version of it, or one with other options, has compiled.
  if (!cachedData || script.cachedDataRejected === true)
    later(() => {
      void saveCode(cache, source, saved ? script.createCachedData() : Buffer.alloc(0));
    });
  return module.exports;
}

/** The saved code of a source. V8 itself compares only the lengths of sources, and can crash on damaged code. */
function savedCode(cache: string, source: Uint8Array): Buffer | undefined {
  try {
    const saved = readFileSync(cache);
    const code = saved.subarray(DIGEST_LENGTH);
    return saved.subarray(0, DIGEST_LENGTH).equals(digestOf(source, code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

async function saveCode(cache: string, source: Uint8Array, code: Buffer): Promise<void> {
  const folder = dirname(cache);
  const part = `${cache}.${pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, [digestOf(source, code), code]);
    await rename(part, cache);
    // What processes that were killed have left behind.
    for (const name of await readdir(folder)) if (name !== basename(cache)) await rm(join(folder, name));
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
  }
}

function digestOf(source: Uint8Array, code: Uint8Array): Buffer {
  return createHash('sha256').update(source).update(code).digest();
}
