import assert from 'node:assert/strict';
import { contentOf } from '../reader/content.ts';
import { useReaderPages } from './readerPage.ts';

const NUMBERED = Array.from({ length: 12 }, (_, at) => `${at + 1}. Ship ${at + 1} is back.`).join('\n');
const TEXT = `# T\n\n## A\n\n${NUMBERED}\n\n## Sources\n\n[1] Harbour https://a.example\n[2] Yard https://b.example\n`;

describe('Lists on the page', () => {
  const open = useReaderPages();

  it('have each number on one line', async () => {
    const reader = await open({ ...contentOf(TEXT), view: 'whole' });
    const lines = await reader.locator('.whole .takeaway').evaluateAll((items) =>
      items.map((item) => {
        const { height, lineHeight, fontSize } = getComputedStyle(item, '::before');
        return parseFloat(height) / (parseFloat(lineHeight) || 2 * parseFloat(fontSize));
      }),
    );
    assert.equal(lines.length, 12);
    assert.ok(
      lines.every((count) => count < 1.5),
      lines.join(),
    );
  });

  it('have a line for each source of a paragraph', async () => {
    const reader = await open({ ...contentOf(TEXT), view: 'whole' });
    const tops = await reader
      .locator('.references a[href^="https"]')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    assert.equal(tops.length, 2);
    assert.ok(Math.abs((tops[0] ?? 0) - (tops[1] ?? 0)) > 10, tops.join());
  });
});
