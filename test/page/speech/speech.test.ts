import assert from 'node:assert/strict';
import { END } from '../../../src/reader/messages.ts';
import { contentOf } from '../../reader/content.ts';
import { VOICE } from '../../support/voice.ts';
import { type ReaderPage, useReaderPages } from '../readerPage.ts';

const TEXT = `---
title: Harbour
lang: pt
---

Lede.

## In brief

- **North quay 🚧 closed:** Until *Thursday*. It opens again soon [1]. Run \`close()\` now ([port](https://port.example)) 🌊
- Fog until noon

## Ships

Two. Three.

\`\`\`
code
\`\`\`

## Sources

1. [Notice](https://port.example/14)
`;

describe('Reading aloud', () => {
  const open = useReaderPages();
  const content = contentOf(TEXT);
  const [lede = '', quay = '', fog = ''] = content.cards.map(({ id }) => id);

  /** Speaks until there is nothing left. */
  async function listen(reader: ReaderPage): Promise<string[]> {
    return reader.page.evaluate(() => {
      let before = -1;
      while (before < window.spoken.length) {
        before = window.spoken.length;
        window.say();
      }
      return window.spoken.splice(0).map(({ text }) => text);
    });
  }

  it('speaks the words of a takeaway, and nothing that is only visual', async () => {
    const reader = await open({ ...content, id: quay }, { before: VOICE });
    await reader.tell({ type: 'speak' });
    assert.deepEqual(await reader.page.evaluate(() => window.spoken), [
      { text: 'North quay closed', lang: 'pt', marked: 'North quay 🚧 closed' },
    ]);
    assert.deepEqual(await listen(reader), [
      'North quay closed',
      'Until Thursday.',
      'It opens again soon .',
      'Run now (port )',
    ]);
  });

  it('speaks a passage after its title, and an item after its introduction', async () => {
    const reader = await open({ ...content, id: lede }, { before: VOICE });
    await reader.tell({ type: 'speak' });
    assert.deepEqual(await listen(reader), ['Harbour', 'Lede.']);
    await reader.close();
    const divided = `${'One sentence of a long text. '.repeat(90)}\n\nTwo. `.repeat(2);
    const listed = contentOf(`# T\n\n${divided}\n\n## A\n\nThese came:\n\n- **Ferry:** At noon.`);
    const part = listed.cards[0];
    const ferry = listed.cards.at(-1);
    const other = await open({ ...listed, id: ferry?.id ?? '' }, { before: VOICE });
    await other.tell({ type: 'speak' });
    assert.deepEqual(await listen(other), ['These came:', 'Ferry', 'At noon.']);
    await other.tell({ type: 'show', id: part?.id, view: 'item' });
    await other.tell({ type: 'speak' });
    const [name] = await listen(other);
    assert.match(name ?? '', /^T 1 of \d$/);
  });

  it('continues with the next item that is shown, and stops at the end', async () => {
    const reader = await open({ ...content, id: quay }, { before: VOICE });
    await reader.told();
    await reader.tell({ type: 'speak' });
    await listen(reader);
    assert.deepEqual(await reader.told('advanced'), [{ type: 'advanced', step: 1 }]);
    await reader.tell({ type: 'show', id: fog, view: 'item' });
    assert.deepEqual(await listen(reader), ['Fog until noon']);
    await reader.tell({ type: 'show', id: END, view: 'item' });
    assert.deepEqual(await listen(reader), []);
    await reader.tell({ type: 'show', id: quay, view: 'item' });
    assert.deepEqual(await listen(reader), [], 'nobody has asked again');
  });

  it('speaks the whole view from the current item on', async () => {
    const reader = await open({ ...content, view: 'whole', id: fog }, { before: VOICE });
    await reader.tell({ type: 'speak' });
    assert.deepEqual(await listen(reader), ['Fog until noon', 'Ships', 'Two.', 'Three.']);
    assert.equal(await reader.page.evaluate(() => CSS.highlights.has('spoken')), false);
  });

  it('stops when it is toggled, with Escape, and in another view', async () => {
    const reader = await open({ ...content, id: quay }, { before: VOICE });
    const ways = [
      () => reader.tell({ type: 'speak' }),
      () => reader.page.keyboard.press('Escape'),
      () => reader.tell({ type: 'show', id: quay, view: 'whole' }),
    ];
    for (const stop of ways) {
      await reader.tell({ type: 'speak' });
      await stop();
      assert.ok(await reader.page.evaluate(() => window.cancelled));
      assert.equal(await reader.page.evaluate(() => CSS.highlights.has('spoken')), false);
      assert.equal((await listen(reader)).length, 1);
    }
    assert.deepEqual(await reader.heard(), []);
  });

  it('continues in the new words after an edit, and restarts if the spoken words are gone', async () => {
    const reader = await open({ ...content, id: quay }, { before: VOICE });
    await reader.tell({ type: 'speak' });
    await reader.page.evaluate(() => {
      window.say();
    });
    const edited = (from: string, to: string, render: number) => {
      const after = contentOf(TEXT.replace(from, to), { render });
      return { ...after, id: after.cards[1]?.id ?? '' };
    };
    await reader.render(edited('It opens again soon', 'It never opens', 2));
    assert.deepEqual(await listen(reader), [
      'North quay closed',
      'Until Thursday.',
      'It never opens .',
      'Run now (port )',
    ]);
    await reader.tell({ type: 'speak' });
    await reader.tell({ type: 'speak' });
    await reader.page.evaluate(() => {
      window.say();
      window.spoken = [];
    });
    await reader.render(edited('Until *Thursday*', 'Until noon', 3));
    assert.equal((await listen(reader))[0], 'North quay closed');
  });

  it('is available if there are voices', async () => {
    const reader = await open({ ...content, id: quay }, { before: `${VOICE} window.voices = [];` });
    assert.deepEqual(await reader.told('voices'), [{ type: 'voices', available: false }]);
    await reader.page.evaluate(() => {
      window.voices = [{}];
      window.engine.dispatchEvent(new Event('voiceschanged'));
      window.engine.dispatchEvent(new Event('voiceschanged'));
    });
    assert.deepEqual(await reader.told('voices'), [{ type: 'voices', available: true }]);
  });
});
