import assert from 'node:assert/strict';
import { END } from '../../src/reader/messages.ts';
import { contentOf } from '../reader/content.ts';
import { useReaderPages } from './readerPage.ts';
import { paragraphs } from './texts.ts';

const TEXT = [
  '# Tides',
  paragraphs('Lede', 30),
  '## In brief',
  ...['North', 'South', 'East'].map(
    (name) => `- **${name}:** ${paragraphs('Tide', 1)}\n\n  ${paragraphs('Ebb', 15)}`,
  ),
  '## More',
  paragraphs('Cloud', 40),
].join('\n\n');
const CONTENT = contentOf(TEXT);

describe('The time left on the page', () => {
  const open = useReaderPages();

  it('is the same at the same place in both views', async () => {
    const reader = await open({ ...CONTENT, view: 'whole' });
    const total = /(\d+) min/.exec(await reader.text('.meta'))?.[1] ?? '';
    assert.equal(await reader.text('.where'), `${total} min left`);
    const seen: string[] = [];
    for (const { id } of CONTENT.cards) {
      await reader.tell({ type: 'show', id, view: 'item' });
      const [, left = ''] = (await reader.text('.where')).split(' · ');
      await reader.tell({ type: 'show', id, view: 'whole' });
      assert.equal(await reader.text('.where'), left);
      seen.push(left);
    }
    assert.ok(new Set(seen).size > 4, seen.join());
  });

  it('never grows while one scrolls down', async () => {
    const reader = await open({ ...CONTENT, view: 'whole' });
    const height = await reader.page.evaluate(() => document.documentElement.scrollHeight);
    let last = Infinity;
    for (let top = 0; top < height; top += 400) {
      await reader.scrollTo(top);
      const text = await reader.text('.where');
      const left = text === '' ? 0 : Number.parseInt(text, 10);
      assert.ok(left <= last, `${left} after ${last}`);
      last = left;
    }
    assert.equal(last, 0);
  });

  it('is in hours from two hours on', async () => {
    const text = ['# Tides', ...['North', 'South'].map((name) => `## ${name}\n\n${'ebb '.repeat(17_000)}`)];
    const reader = await open(contentOf(text.join('\n\n'), { view: 'whole' }));
    assert.equal(await reader.text('.where'), '2 h left');
    assert.match(await reader.text('.meta'), /^2 h · /);
    await reader.tell({ type: 'show', id: END, view: 'whole' });
    assert.equal(await reader.text('.where'), '');
  });
});
