import assert from 'node:assert/strict';
import { END } from '../../../src/reader/messages.ts';
import { contentOf, NOTHING } from '../../reader/content.ts';
import { useReaderPages } from '../readerPage.ts';
import { HARBOUR, paragraphs } from '../texts.ts';

const CONTENT = contentOf(HARBOUR);
const [lede = '', quay = '', tugs = '', fog = '', ships = '', , weather = ''] = CONTENT.cards.map(
  ({ id }) => id,
);

describe('Items on the page', () => {
  const open = useReaderPages();

  for (const view of ['item', 'whole'] as const) {
    it(`that were skipped can be reached from the end as long as there are any, in the ${view} view`, async () => {
      const reader = await open({ ...CONTENT, view, id: END, status: { ...NOTHING, read: [lede, tugs] } });
      const end = view === 'item' ? '.card.current' : '.whole .end';
      const skipped = reader.locator(`${end} .skipped`);
      const said = async () => [
        await skipped.isVisible(),
        await skipped.locator('span, b').allTextContents(),
      ];
      assert.deepEqual(await said(), [true, ['5 not read', 'North quay']]);
      await reader.told();
      await skipped.click();
      const ids = CONTENT.cards.map(({ id }) => id);
      for (const [read, words, first] of [
        [[lede, quay, tugs, fog], ['3 not read', 'Ships'], ships],
        [ids.filter((id) => id !== weather), ['1 not read', 'Weather'], weather],
      ] as const) {
        await reader.tell({ type: 'status', status: { ...NOTHING, read } });
        assert.deepEqual(await said(), [true, words]);
        await skipped.click();
        assert.deepEqual((await reader.told('itemChosen')).at(-1), { type: 'itemChosen', id: first, view });
      }
      await reader.tell({ type: 'status', status: { ...NOTHING, read: ids, finished: true } });
      assert.ok(!(await skipped.isVisible()));
      assert.equal(await reader.text(`${end} .finished`), 'You have finished');
      await reader.tell({ type: 'status', status: { ...NOTHING, read: ids.slice(1) } });
      assert.deepEqual(await said(), [true, ['1 not read', 'Harbour']]);
    });
  }

  it('fade at the bottom of the window while they continue below it', async () => {
    const reader = await open({ ...CONTENT, id: weather });
    const fade = () =>
      reader
        .locator('.turn')
        .evaluate((turn) => Number(getComputedStyle(turn, '::before').getPropertyValue('opacity')));
    assert.equal(await fade(), 1);
    await reader.scrollTo(100_000);
    await reader.page.waitForFunction(
      () => getComputedStyle(document.querySelector('.turn') ?? document.body, '::before').opacity === '0',
    );
    await reader.tell({ type: 'show', id: fog, view: 'item' });
    assert.equal(await fade(), 0);
  });

  it('are reported as finished even if there is no takeaway', async () => {
    const reader = await open(contentOf('# T\n\nProse.', { view: 'whole' }));
    assert.equal(await reader.text('.whole .finished'), 'The end');
    await reader.tell({ type: 'status', status: { ...NOTHING, finished: true } });
    assert.equal(await reader.text('.whole .finished'), 'You have finished');
  });

  it('are paged through if they are long, and passed at once if they are short', async () => {
    const reader = await open({ ...CONTENT, id: ships });
    await reader.told();
    await reader.tell({ type: 'scroll', to: 'next' });
    assert.deepEqual(await reader.told('advanced'), []);
    assert.ok((await reader.page.evaluate(() => window.scrollY)) > 300);
    await reader.tell({ type: 'scroll', to: 'end' });
    await reader.tell({ type: 'scroll', to: 'next' });
    assert.deepEqual(await reader.told('advanced'), [{ type: 'advanced', step: 1 }]);
    for (const id of [lede, quay, tugs]) {
      await reader.tell({ type: 'show', id, view: 'item' });
      await reader.tell({ type: 'scroll', to: 'next' });
      assert.deepEqual(await reader.told('advanced'), [{ type: 'advanced', step: 1 }]);
    }
  });

  it('show their title, their part and their introduction', async () => {
    const text = `# T\n\n## A\n\n${paragraphs('Line', 40)}\n\nThese came:\n\n- **Ferry:** At noon.\n- **Tug:** At one.`;
    const content = contentOf(text);
    const [one, two, ferry, tug] = content.cards;
    const reader = await open({ ...content, id: one?.id ?? '' });
    assert.equal(await reader.text('.card.current h1'), 'A 1 of 2');
    assert.deepEqual(await reader.locator('.turn .turn-button:visible .turn-name').allTextContents(), [
      'A 2 of 2',
    ]);
    await reader.tell({ type: 'show', id: two?.id, view: 'item' });
    assert.equal(await reader.text('.card.current h1'), 'A 2 of 2');
    assert.equal(await reader.locator('.card.current :is(.sources, .eyebrow)').count(), 0);
    await reader.tell({ type: 'show', id: ferry?.id, view: 'item' });
    assert.ok(await reader.locator('.card.current .intro:has-text("These came:")').isVisible());
    await reader.tell({ type: 'show', id: tug?.id, view: 'item' });
    assert.equal(await reader.locator('.card.current .intro').count(), 0);
    await reader.tell({ type: 'show', id: tug?.id, view: 'whole' });
    assert.equal(await reader.locator('.whole p:has-text("These came:")').count(), 1);
  });

  it('are marked and can be clicked in the whole view if they are passages, too', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: lede });
    const current = reader.locator('.whole [aria-current]');
    assert.equal(await current.getAttribute('id'), lede);
    const ground = (id: string) =>
      reader.locator(`#${id}`).evaluate((one) => getComputedStyle(one).borderInlineStartColor);
    await reader.page.evaluate(() => {
      document.documentElement.style.setProperty('--vscode-focusBorder', 'rgb(1, 2, 3)');
    });
    assert.equal(await ground(lede), 'rgb(1, 2, 3)');
    assert.notEqual(await ground(ships), 'rgb(1, 2, 3)');
    await reader.told();
    await reader.locator(`#${ships} p >> nth=0`).click();
    assert.equal(await current.getAttribute('id'), ships);
    assert.equal(await ground(ships), 'rgb(1, 2, 3)');
    assert.deepEqual(await reader.told('scrolledTo'), [{ type: 'scrolledTo', id: ships, offset: 0 }]);
    assert.ok(await reader.locator(`#${ships} > .mark`).isVisible());
  });
});
