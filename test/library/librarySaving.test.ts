import assert from 'node:assert/strict';
import type { BrokenEntry, OpenedBriefing } from '../../src/library/entry.ts';
import type { Library } from '../../src/library/library.ts';
import { FakeTimers } from './support/fakeTimers.ts';
import { bytes, memoryLibrary, titleOf } from './support/inMemory.ts';

const A = 'file:///a.md';

function textOf(opened: OpenedBriefing | BrokenEntry | undefined): string {
  assert.ok(opened?.kind === 'briefing');
  return opened.briefing.text;
}

describe('A file that is saved in two steps', () => {
  let timers: FakeTimers;
  const opened: Library[] = [];
  beforeEach(() => (timers = new FakeTimers()));
  afterEach(() => {
    for (const library of opened.splice(0)) library.dispose();
    timers.restore();
  });

  /** Advances the time in small steps, because the library may pause between slices. */
  async function pass(ms: number): Promise<void> {
    for (let i = 0; i < 5; i++) await timers.pass(0);
    await timers.pass(ms);
    for (let i = 0; i < 5; i++) await timers.pass(0);
  }

  /** A library with one file, and every title that it has shown for it. */
  async function followed() {
    const memory = memoryLibrary({ [A]: bytes('# A') });
    opened.push(memory.library);
    const refreshing = memory.library.refresh();
    await pass(50);
    await refreshing;
    const shown: string[] = [];
    const note = () => {
      const title = titleOf(memory.library.get(A)) ?? 'nothing';
      if (title !== shown.at(-1)) shown.push(title);
    };
    memory.library.onDidChange(note);
    note();
    const write = async (text: string, ms: number) => {
      memory.files.contents.set(A, bytes(text));
      memory.source.changed(A);
      await pass(ms);
      note();
    };
    return { ...memory, shown, write };
  }

  it('never shows as empty, though each step fires an event, some of them twice', async () => {
    const { source, shown, write } = await followed();
    await write('', 100);
    source.changed(A);
    await pass(100);
    source.changed(A);
    await pass(90);
    await write('# A2', 2000);
    assert.deepEqual(shown, ['A', 'A2']);
  });

  it('never shows as empty at a second save either, or if the same is saved', async () => {
    const { shown, write } = await followed();
    for (const text of ['# A', '# A2', '# A2', '# A3']) {
      await write('', 290);
      await write(text, 1000);
      await write('', 290);
      await write(text, 5);
    }
    assert.deepEqual(shown, ['A', 'A2', 'A3']);
  });

  it('shows as empty if it stays so, though no further event comes', async () => {
    const { library, shown, write } = await followed();
    await write('', 290);
    assert.deepEqual(shown, ['A']);
    await pass(10);
    await pass(50);
    assert.deepEqual(shown, ['A', 'a.md']);
    const entry = library.get(A);
    assert.equal(entry?.kind === 'briefing' && entry.outline.problem?.code, 'empty');
    await write('# A2', 1000);
    assert.deepEqual(shown, ['A', 'a.md', 'A2']);
  });

  it('shows as empty at once if it is an open document, because a person has emptied it', async () => {
    const { library, files, shown } = await followed();
    files.contents.set(A, '');
    void library.update(A);
    await pass(50);
    assert.deepEqual(shown, ['A', 'a.md']);
  });

  it('is opened when it is written, or when it stays empty', async () => {
    for (const text of ['# A2', '']) {
      const { library, source, files } = await followed();
      files.contents.set(A, bytes(''));
      const opened: string[] = [];
      void library.open(A).then((one) => opened.push(textOf(one)));
      await pass(100);
      assert.equal(opened.length, 0);
      files.contents.set(A, bytes(text));
      source.changed(A);
      await pass(190);
      await pass(10);
      await pass(10);
      assert.deepEqual(opened, [text]);
      // A file that is known to be empty is opened at once.
      void library.open(A).then((one) => opened.push(textOf(one)));
      await pass(0);
      assert.deepEqual(opened, [text, text]);
    }
  });

  it('is gone if it is deleted before it is written', async () => {
    const { source, files, shown, write } = await followed();
    await write('', 100);
    files.contents.delete(A);
    source.deleted(A);
    await pass(1000);
    assert.deepEqual(shown, ['A', 'nothing']);
    await write('', 50);
    assert.deepEqual(shown, ['A', 'nothing', 'a.md']);
  });
});
