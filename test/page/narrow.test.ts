import assert from 'node:assert/strict';
import path from 'node:path';
import { END } from '../../src/reader/messages.ts';
import { contentOf, NOTHING } from '../reader/content.ts';
import { OUT } from '../support/paths.ts';
import { useReaderPages, type ReaderPage } from './readerPage.ts';
import { paragraphs } from './texts.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbund';
const ROW = `|${Array.from({ length: 8 }, (_, at) => `A cell of some words, number ${at}|`).join('')}`;
/** Everything that can be wide. */
const TEXT = [
  `# A briefing whose title goes on for longer than a narrow editor is wide, and then some`,
  `Date: 2026-03-02`,
  `The lede. ![a map](https://maps.example/a.png) ![${LONG}](https://a-host-with-a-long-name.example/b.png)`,
  `## ${LONG}`,
  [
    `- **${LONG}:** ${paragraphs('Tide', 1)} [One](https://a.example/1), [two](https://a.example/2), [three](https://${'sub.'.repeat(12)}a.example).`,
    `- **Ferry:** At noon. https://a.example/${'path'.repeat(30)}`,
    `- **Crane:** In the yard \`${'code'.repeat(30)}\`. ![${LONG}](https://c.example/b.png)`,
  ].join('\n'),
  '## Tables and code',
  paragraphs('Before', 2),
  ['|a|b|c|d|e|f|g|h|', '|-|-|-|-|-|-|-|-|', ROW, ROW].join('\n'),
  `\`\`\`\n${'const long = 1; '.repeat(20)}\n\`\`\``,
  `> ${paragraphs('Quoted', 1)}`,
  `### ${'Nested and long heading '.repeat(5)}`,
  'End.',
  '## References',
  `1. [${'A title of many words '.repeat(5)}](https://port.example/14), port.example`,
  `2. https://a.example/${'path-'.repeat(30)}`,
].join('\n\n');
const CONTENT = contentOf(
  TEXT,
  { images: { count: 3, hosts: ['a-host-with-a-long-name.example', 'maps.example', 'c.example'] } },
  { image: (href) => ({ kind: 'ask', href }) },
);
const STATUS = {
  ...NOTHING,
  starred: CONTENT.cards.map(({ id }) => id),
  cited: [[0, 12]] as const,
  next: `The next one has a long title, too, and it is ${LONG}`,
  fault: `The file ${'a/'.repeat(40)}harbour.md is not there any more.`,
};

describe('An editor that is 400 px wide', () => {
  const open = useReaderPages();

  for (const size of [14, 20])
    for (const view of ['item', 'whole'] as const) {
      it(`fits everything in the ${view} view at a font size of ${size} px`, async () => {
        const style = { ...CONTENT.style, size };
        const reader = await open({ ...CONTENT, view, style, status: STATUS }, { width: 400, height: 700 });
        for (const id of [...CONTENT.cards.map((card) => card.id), END]) {
          await reader.tell({ type: 'show', id, view });
          await picture(reader, `narrow-${view}-${size}-${id.slice(0, 12)}`);
          await assertFits(reader, id);
        }
        await reader.tell({ type: 'help' });
        await assertFits(reader, 'the keys');
        await picture(reader, `narrow-${view}-${size}-keys`);
      });
    }

  it('shows the actions of a reference within the window', async () => {
    const reader = await open(
      { ...CONTENT, view: 'item', id: CONTENT.cards[2]?.id ?? '', status: STATUS },
      { width: 400, height: 700 },
    );
    for (const reference of await reader.locator('.card.current .reference').all()) {
      await reference.hover();
      await assertFits(reader, 'a reference');
    }
    await picture(reader, 'narrow-reference');
  });

  async function picture({ page }: ReaderPage, name: string): Promise<void> {
    // Without animations, the lines and shadows where a text goes on would be missing.
    await page.screenshot({ path: path.join(OUT, 'screenshots', `${name}.png`) });
  }

  /** Checks that only tables and code scroll horizontally, and that no button is outside or overflows. */
  async function assertFits({ page }: ReaderPage, where: string): Promise<void> {
    const [wider, cut] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const buttons = [...document.querySelectorAll<HTMLElement>('button, .where')].filter(
        (button) => button.checkVisibility({ visibilityProperty: true }) && button.textContent !== '',
      );
      return [
        scrollWidth - clientWidth,
        buttons
          .filter((button) => {
            const { left, right } = button.getBoundingClientRect();
            return left < 0 || right > clientWidth || button.scrollWidth > button.clientWidth + 1;
          })
          .map(({ outerHTML }) => outerHTML),
      ] as const;
    });
    assert.equal(wider, 0, `${where} scrolls sideways`);
    assert.deepEqual(cut, [], where);
  }
});
