import assert from 'node:assert/strict';
import { contentOf, NOTHING } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { HARBOUR } from '../texts.ts';

const CONTENT = contentOf(HARBOUR, { status: { ...NOTHING, cited: [[1, 3]] } });
const [, quay, tugs] = CONTENT.cards;

describe('A reference on the page', () => {
  const open = useReaderPages();

  it('shows its actions on hover', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: 's-sources' });
    await reader.told();
    const offered = () =>
      reader
        .locator('.reference-tools button:visible')
        .evaluateAll((all) => all.map((button) => button.ariaLabel));
    assert.deepEqual(await offered(), []);
    await reader.locator('.whole .r-0').hover();
    assert.deepEqual(await offered(), ['Open', 'Copy Reference Link', 'Copy as Citation']);
    await reader.locator('.whole .r-1').hover();
    assert.deepEqual(await offered(), [
      'Open',
      'Copy Reference Link',
      'Copy as Citation',
      'Cited in 3 more briefings',
    ]);
    for (const button of await reader.locator('.reference-tools button:visible').all()) await button.click();
    assert.deepEqual(
      await reader.told('reference'),
      (['open', 'copyLink', 'cite', 'citing'] as const).map((action) => ({
        type: 'reference',
        action,
        index: 1,
      })),
    );
    await reader.locator('.whole .r-2').hover();
    assert.deepEqual(await offered(), ['Copy as Citation'], 'where there is no link');
    await reader.tell({ type: 'status', status: { ...NOTHING, cited: [[2, 1]] } });
    assert.deepEqual(await offered(), ['Copy as Citation', 'Cited in 1 more briefing']);
  });

  it('shows the same actions if a takeaway consists of the reference only', async () => {
    const content = contentOf('# T\n\n## A\n\n- [One](https://one.example/a)\n- Two');
    const reader = await open({ ...content, id: content.cards[0]?.id ?? '' });
    await reader.locator('.card.current .body').hover();
    await reader.locator('.reference-tools [data-action="copyLink"]').click();
    assert.deepEqual(await reader.told('reference'), [{ type: 'reference', action: 'copyLink', index: 0 }]);
  });

  it('shows its actions on focus, for as long as it has it', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: 's-sources' });
    await reader.locator('.whole .r-0 a').focus();
    await reader.page.keyboard.press('Tab');
    await reader.locator('.whole .r-1').hover();
    await reader.page.keyboard.press('Enter');
    assert.deepEqual(await reader.told('reference'), [{ type: 'reference', action: 'open', index: 0 }]);
  });

  it('has targets that are large enough', async () => {
    const reader = await open({ ...CONTENT, id: tugs?.id ?? '' });
    await reader.locator('.card.current .reference').hover();
    for (const button of await reader.locator('button:visible').all()) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      assert.ok(width >= 24 && height >= 24, `${width} by ${height}`);
    }
  });
});

describe('A citation on the page', () => {
  const open = useReaderPages();

  it('shows on hover what it cites, while the pointer is on either', async () => {
    const reader = await open({ ...CONTENT, view: 'whole' });
    const popover = reader.locator('[role="tooltip"]');
    await reader.locator('.whole .takeaway .citation a').nth(1).hover();
    assert.equal(await popover.textContent(), 'The tugstugs.example');
    const link = reader.locator('.whole .takeaway .citation a').nth(1);
    assert.equal(await link.getAttribute('aria-describedby'), await popover.getAttribute('id'));
    assert.equal(await link.getAttribute('title'), null, 'no second one of the browser’s own');
    await popover.hover();
    await reader.rest();
    assert.ok(await popover.isVisible());
    await reader.page.mouse.move(5, 5);
    await popover.waitFor({ state: 'detached' });
    assert.match((await link.getAttribute('title')) ?? '', /^The tugs/);
  });

  it('shows it on focus too, within the window', async () => {
    const reader = await open({ ...CONTENT, id: quay?.id ?? '' }, { width: 400, height: 330 });
    await reader.locator('.card.current .citation a').focus();
    await reader.settle();
    const {
      x = -1,
      y = -1,
      width = 0,
      height = 0,
    } = (await reader.locator('[role="tooltip"]').boundingBox()) ?? {};
    assert.ok(x >= 0 && y >= 0 && x + width <= 400 && y + height <= 330, `${x} ${y} ${width} ${height}`);
    await reader.page.keyboard.press('Escape');
    assert.equal(await reader.locator('[role="tooltip"]').count(), 0);
    assert.deepEqual(await reader.heard(), [], 'Escape was the page’s');
    await reader.page.keyboard.press('Escape');
    assert.deepEqual(await reader.heard(), [{ key: 'Escape', prevented: false }]);
  });

  for (const way of ['Escape', 'button'] as const) {
    it(`leads to its reference, and back with ${way}`, async () => {
      const reader = await open({ ...CONTENT, view: 'whole' });
      await reader.told();
      const link = reader.locator('.whole .takeaway .citation a').nth(1);
      await link.focus();
      const top = await reader.topOf('.whole .takeaway >> nth=1');
      await reader.page.keyboard.press('Enter');
      await reader.settle();
      assert.equal(await reader.page.evaluate(() => document.activeElement?.textContent), 'The tugs');
      assert.ok(await reader.locator('.whole .r-1').isVisible());
      assert.deepEqual(await reader.told('itemChosen', 'linkFollowed'), []);
      if (way === 'Escape') await reader.page.keyboard.press('Escape');
      else await reader.locator('.reference-tools [data-action="back"]').click();
      await reader.settle();
      assert.ok(await link.evaluate((element) => element === document.activeElement));
      assert.ok(Math.abs((await reader.topOf('.whole .takeaway >> nth=1')) - top) < 2);
      assert.equal(await reader.locator('.reference-tools [data-action="back"]:visible').count(), 0);
    });
  }

  it('that was followed in one briefing has no way back in the next', async () => {
    const reader = await open({ ...CONTENT, view: 'whole' });
    await reader.locator('.whole .takeaway .citation a').nth(1).focus();
    await reader.page.keyboard.press('Enter');
    const other = contentOf(HARBOUR, { uri: 'file:///next.md', view: 'whole', render: 2 });
    await reader.render(other);
    await reader.scrollTo(900);
    await reader.heard();
    await reader.page.keyboard.press('Escape');
    await reader.settle();
    assert.equal(await reader.page.evaluate(() => window.scrollY), 900);
    assert.deepEqual(await reader.heard(), [{ key: 'Escape', prevented: false }]);
  });

  it('can be hit if another one follows directly', async () => {
    const text = HARBOUR.replace('The lede [1].', 'The lede [1][2][3].');
    const reader = await open(contentOf(text, { view: 'whole' }));
    const hit = await reader.locator('.whole .lede .citation a').evaluateAll((links) =>
      links.map((link) => {
        const { left, right, top, bottom } = link.getBoundingClientRect();
        return [left + 2, (left + right) / 2, right - 2].map(
          (x) => document.elementFromPoint(x, (top + bottom) / 2)?.textContent,
        );
      }),
    );
    assert.deepEqual(hit, [
      ['[1]', '[1]', '[1]'],
      ['[2]', '[2]', '[2]'],
      ['[3]', '[3]', '[3]'],
    ]);
  });

  it('only shows its reference if that is not in view', async () => {
    const body = quay?.bodyHtml
      .replace('#r-0', '#r-1')
      .replace(/title="[^"]*"/, 'title="T — u — host.example"');
    const cards = CONTENT.cards.map((card, at) => (at === 1 ? { ...card, bodyHtml: body ?? '' } : card));
    const reader = await open({ ...CONTENT, cards, id: quay?.id ?? '' });
    await reader.told();
    await reader.locator('.card.current .citation a').click();
    assert.equal(await reader.locator('[role="tooltip"]').textContent(), 'T — uhost.example');
    assert.deepEqual(await reader.told('itemChosen', 'linkFollowed', 'reference'), []);
    await reader.tell({ type: 'show', id: tugs?.id, view: 'item' });
    assert.equal(await reader.locator('[role="tooltip"]').count(), 0);
  });

  it('is collapsed with others if there are many, and none is known to be the item’s own', async () => {
    const content = (tug: string, sources: number) => {
      const shown = contentOf(
        [
          ...['# T', '', '## A', '', '- **Ferry:** At noon.', `- **Tug:** ${tug}`, '', '## Sources', ''],
          ...Array.from({ length: sources }, (_, i) => `- [Source ${i}](https://${i}.example/a)`),
        ].join('\n'),
      );
      return { ...shown, id: shown.cards[0]?.id ?? '' };
    };
    const reader = await open(content('At one.', 3));
    const links = reader.locator('.card.current .references a');
    assert.ok(await links.first().isVisible());
    await reader.render(content('At one.', 4));
    assert.ok(!(await links.first().isVisible()));
    const fold = reader.locator('.card.current summary');
    assert.equal(await fold.textContent(), 'From the briefing’s references (4)');
    await reader.page.evaluate(() => {
      window.addEventListener('keydown', () => {
        document.body.classList.add('heard');
      });
    });
    await fold.focus();
    await reader.page.keyboard.press('Space');
    assert.ok(await links.first().isVisible());
    await reader.page.keyboard.press('Enter');
    assert.ok(!(await links.first().isVisible()));
    await fold.click();
    assert.ok(await links.first().isVisible());
    assert.equal(await reader.locator('body.heard').count(), 0, 'its keys are its own');
    await reader.render(content('At nine.', 4));
    assert.ok(await links.first().isVisible(), 'it stays unfolded while one writes');
  });
});

describe('A citation in the whole briefing', () => {
  const open = useReaderPages();
  const shown = (...sources: string[]) => {
    const text = [
      '# T',
      '',
      '## A',
      '',
      '- It stops. [1]',
      '- It sails. [2]',
      '',
      '## Sources',
      '',
      ...sources,
    ];
    const content = contentOf(text.join('\n'));
    return open({ ...content, view: 'whole', id: content.cards[0]?.id ?? '' });
  };

  it('leads to its source, and back', async () => {
    const reader = await shown('[1] Gazette, https://a.example/b', '[2] https://b.example/c');
    await reader.locator('.whole .takeaway .citation a[href="#r-1"]').click();
    await reader.locator('.whole .reference.r-1 a:focus').waitFor();
    await reader.page.keyboard.press('Escape');
    await reader.locator('.whole .takeaway .citation a[href="#r-1"]:focus').waitFor();
  });

  it('leads to the paragraph that names its source if that is not in a list', async () => {
    const reader = await shown('[1] Gazette https://a.example/b and what it says', '[2] https://b.example/c');
    await reader.locator('.whole .takeaway .citation a[href="#r-1"]').click();
    await reader.locator('.whole p.r-1:focus').waitFor();
    assert.equal(await reader.locator('.reference-tools').count(), 0);
  });
});
