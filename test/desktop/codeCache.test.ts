import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { requireCached } from '../../src/desktop/codeCache.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** In bytes: the digest alone. */
const NO_CODE = 32;

describe('A module that is loaded with its compiled code', () => {
  const { path: folder, remove } = temporaryFolder();
  after(remove);
  let number = 0;
  let file = '';
  let cache = '';

  beforeEach(() => {
    const own = path.join(folder, String(number++));
    fs.mkdirSync(own);
    file = path.join(own, 'module.js');
    cache = path.join(own, 'code', 'module.bin');
    fs.writeFileSync(file, 'exports.word = () => "first";');
  });

  /** Loads the module, and returns its word, and what is to be called to save its code, if that is wanted. */
  function load(): { readonly word: string; readonly save: (() => void) | undefined } {
    let save: (() => void) | undefined;
    const loaded = requireCached(file, cache, (given) => (save = given)) as { word(): string };
    return { word: loaded.word(), save };
  }

  /** Loads the module twice, and waits until its code is saved. */
  async function loadAndSave(): Promise<Buffer> {
    await saved(load(), 0);
    return saved(load(), NO_CODE);
  }

  /** What is saved: more than so many bytes. */
  async function saved(
    { save }: { readonly save: (() => void) | undefined },
    before: number,
  ): Promise<Buffer> {
    assert.ok(save);
    save();
    const size = () => fs.statSync(cache, { throwIfNoEntry: false })?.size ?? 0;
    while (size() <= before) await new Promise((resolve) => setTimeout(resolve, 5));
    return fs.readFileSync(cache);
  }

  it('has the same exports at each start, and is compiled at the first two', async () => {
    await loadAndSave();
    assert.deepEqual(load(), { word: 'first', save: undefined });
  });

  it('saves no code at the first start, which does what later ones do not', async () => {
    assert.equal((await saved(load(), 0)).length, NO_CODE);
  });

  it('can require others, and can replace its exports', () => {
    fs.writeFileSync(path.join(path.dirname(file), 'other.js'), 'module.exports = "second";');
    fs.writeFileSync(file, 'const word = require("./other.js"); module.exports = { word: () => word };');
    assert.equal(load().word, 'second');
  });

  it('is never the one that was there before, even if both have the same length', async () => {
    await loadAndSave();
    fs.writeFileSync(file, 'exports.word = () => "later";');
    const { word, save } = load();
    assert.equal(word, 'later');
    assert.ok(save);
  });

  it('is compiled again if the saved code is damaged', async () => {
    const code = await loadAndSave();
    for (const at of [0, 40, code.length - 1]) {
      const damaged = Buffer.from(code);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      fs.writeFileSync(cache, damaged);
      assert.ok(load().save, `at ${at}`);
    }
    fs.writeFileSync(cache, code.subarray(0, 20));
    assert.ok(load().save, 'cut off');
    fs.writeFileSync(cache, code);
    assert.equal(load().save, undefined);
  });

  it('is compiled again if V8 does not accept the saved code', () => {
    const code = Buffer.from('what another V8 has compiled');
    const digest = createHash('sha256').update(fs.readFileSync(file)).update(code).digest();
    fs.mkdirSync(path.dirname(cache));
    fs.writeFileSync(cache, Buffer.concat([digest, code]));
    const { word, save } = load();
    assert.equal(word, 'first');
    assert.ok(save);
  });

  it('is loaded even if its code cannot be saved', async () => {
    fs.writeFileSync(path.dirname(cache), 'a file where the folder should be');
    const { word, save } = load();
    assert.equal(word, 'first');
    save?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(load().word, 'first');
  });

  it('leaves nothing behind but the saved code, not even what a killed process has left', async () => {
    const folder = path.dirname(cache);
    fs.mkdirSync(folder);
    fs.writeFileSync(`${cache}.1`, 'half of it');
    await loadAndSave();
    while (fs.readdirSync(folder).length > 1) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(fs.readdirSync(folder), ['module.bin']);
  });
});
