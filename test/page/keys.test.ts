import assert from 'node:assert/strict';
import { END } from '../../src/reader/messages.ts';
import { contentOf } from '../reader/content.ts';
import { useReaderPages } from './readerPage.ts';
import { HARBOUR } from './texts.ts';

const CONTENT = contentOf(HARBOUR);
const [, first = '', , , ships = ''] = CONTENT.cards.map(({ id }) => id);

describe('A key on the page', () => {
  const open = useReaderPages();

  it('is passed on to VS Code', async () => {
    const reader = await open({ ...CONTENT, id: first });
    for (const key of ['j', 'Enter', 'ArrowDown', '?', 'Escape', 'PageDown'])
      await reader.page.keyboard.press(key);
    assert.deepEqual(
      await reader.heard(),
      ['j', 'Enter', 'ArrowDown', '?', 'Escape', 'PageDown'].map((key) => ({ key, prevented: false })),
    );
  });

  it('that is Space does not scroll by itself', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: 's-in-brief' });
    await reader.page.keyboard.press('Space');
    await reader.page.keyboard.press('Shift+Space');
    assert.deepEqual(
      (await reader.heard()).filter(({ key }) => key === ' '),
      [
        { key: ' ', prevented: true },
        { key: ' ', prevented: true },
      ],
    );
    assert.equal(await reader.page.evaluate(() => window.scrollY), 0);
  });

  for (const key of ['ArrowDown', 'PageDown', 'End']) {
    it(`that is ${key} scrolls a long item, and at its end says how to go on`, async () => {
      const reader = await open({ ...CONTENT, id: ships });
      const isAtEnd = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
      await reader.page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight - innerHeight - 20);
      });
      assert.ok(!(await reader.page.evaluate(isAtEnd)));
      await reader.page.keyboard.press(key);
      await reader.page.waitForFunction(isAtEnd);
      assert.equal(await reader.text('#status'), '');
      await reader.page.keyboard.press(key);
      assert.equal(
        await reader.text('#status'),
        'There is no more below. Press j to go on to “Small ships”.',
      );
    });
  }

  it('says at the end of a briefing what the next one is, if there is one', async () => {
    const reader = await open({ ...CONTENT, id: END });
    await reader.page.keyboard.press('End');
    assert.equal(await reader.text('#status'), '');
    await reader.tell({ type: 'status', status: { ...CONTENT.status, next: 'Evening brief' } });
    await reader.page.keyboard.press('End');
    assert.equal(
      await reader.text('#status'),
      'There is no more below. Press j to go on to “Evening brief”.',
    );
  });

  it('says nothing if it does not scroll down, or scrolls the list of keys or the whole briefing', async () => {
    const reader = await open({ ...CONTENT, id: first });
    for (const key of ['ArrowUp', 'PageUp', 'Home', 'Control+End']) await reader.page.keyboard.press(key);
    await reader.tell({ type: 'help' });
    await reader.page.keyboard.press('End');
    await reader.tell({ type: 'help' });
    await reader.tell({ type: 'show', id: first, view: 'whole' });
    await reader.tell({ type: 'scroll', to: 'end' });
    await reader.page.keyboard.press('End');
    assert.equal(await reader.text('#status'), '');
  });

  it('activates the button or link that has the focus', async () => {
    const reader = await open({ ...CONTENT, id: first });
    await reader.told();
    await reader.locator('.star-button').focus();
    await reader.page.keyboard.press('Enter');
    await reader.page.keyboard.press('Space');
    await reader.locator('.card.current .reference a').focus();
    await reader.page.keyboard.press('Enter');
    assert.deepEqual(await reader.heard(), []);
    assert.deepEqual(await reader.told('buttonPressed', 'linkFollowed'), [
      { type: 'buttonPressed', button: 'star' },
      { type: 'buttonPressed', button: 'star' },
      { type: 'linkFollowed', url: 'https://port.example/14' },
    ]);
    await reader.page.keyboard.press('Space');
    assert.deepEqual(await reader.heard(), [{ key: ' ', prevented: true }], 'Space does nothing to a link');
  });

  it('does not activate a link right after a click has brought the focus back to the page', async () => {
    const reader = await open({ ...CONTENT, id: first });
    const link = reader.locator('.card.current .reference a');
    /** Whether a key would follow the link right after an event. */
    const isLinks = (type: 'focus' | 'pointerdown' | 'nothing') =>
      link.evaluate((element, name) => {
        window.dispatchEvent(new Event(name));
        const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
        return element.dispatchEvent(key);
      }, type);
    assert.ok(!(await isLinks('focus')));
    await reader.locator('.card.current .name').click();
    assert.ok(await isLinks('nothing'));
    // A focus event alone is not a click.
    await isLinks('focus');
    assert.ok(!(await isLinks('pointerdown')));
  });

  it('is accompanied by messages about focus gained and lost', async () => {
    const reader = await open({ ...CONTENT, id: first });
    await reader.told();
    await reader.page.evaluate(() => {
      for (const name of ['blur', 'focus', 'blur', 'pointerdown']) window.dispatchEvent(new Event(name));
      // A click also moves the focus.
      addEventListener('pointerdown', () => window.dispatchEvent(new Event('focus')));
    });
    await reader.locator('.card.current .name').click();
    const states = (await reader.told('focus')).map((message) => 'state' in message && message.state);
    assert.deepEqual(states, ['lost', 'returned', 'lost', 'given']);
  });

  it('that was held before the page had the focus does nothing there', async () => {
    const reader = await open({ ...CONTENT, id: first });
    const press = (repeat: boolean) =>
      reader.locator('.card.current').evaluate((card, isRepeat) => {
        const key = { key: 'Enter', code: 'Enter', repeat: isRepeat, bubbles: true };
        card.dispatchEvent(new KeyboardEvent('keydown', key));
      }, repeat);
    await press(true);
    assert.deepEqual(await reader.heard(), []);
    await press(false);
    await press(true);
    assert.equal((await reader.heard()).length, 2);
  });

  it('is sent after the position that the person has scrolled to', async () => {
    const reader = await open({ ...CONTENT, view: 'whole', id: 's-in-brief' });
    await reader.told();
    await reader.scrollTo(1400);
    await reader.page.keyboard.press('j');
    const [stopped, ...more] = await reader.told('scrolledTo');
    assert.ok(stopped?.type === 'scrolledTo' && stopped.id === ships && more.length === 0);
    await reader.rest();
    assert.deepEqual(await reader.told('scrolledTo'), [], 'it is told once');
  });

  it('that is typed into an input stays there', async () => {
    const reader = await open({ ...CONTENT, id: first });
    await reader.page.evaluate(() => {
      const input = document.createElement('input');
      document.body.append(input);
      input.focus();
    });
    await reader.page.keyboard.type('jk n');
    await reader.page.keyboard.press('Control+p');
    assert.equal(await reader.locator('input').inputValue(), 'jk n');
    assert.deepEqual(
      (await reader.heard()).map(({ key }) => key),
      ['Control', 'p'],
    );
  });
});

describe('The keyboard help', () => {
  const open = useReaderPages();

  it('lists the keys, and returns the focus', async () => {
    const reader = await open({ ...CONTENT, id: first });
    await reader.locator('.star-button').focus();
    await reader.tell({ type: 'help' });
    const help = reader.page.getByRole('dialog', { name: 'Keys' });
    assert.ok(await help.isVisible());
    assert.deepEqual(await help.locator('dt').allTextContents(), [
      'Next',
      'Go to Start',
      'Mark as Read / Mark as Unread',
      'Add Star / Remove Star',
    ]);
    assert.deepEqual(await help.locator('kbd').allTextContents(), ['j', 'n', 'g g', 'm', 's']);
    await reader.tell({ type: 'help' });
    assert.ok(!(await help.isVisible()));
    assert.ok(await reader.locator('.star-button').evaluate((button) => button === document.activeElement));
  });

  it('closes when reading goes on', async () => {
    const reader = await open({ ...CONTENT, id: first });
    const help = reader.page.getByRole('dialog');
    await reader.tell({ type: 'help' });
    await reader.tell({ type: 'show', id: CONTENT.cards[2]?.id, view: 'item' });
    assert.ok(!(await help.isVisible()));
    assert.ok(await reader.locator('.card.current').evaluate((card) => card === document.activeElement));
    await reader.tell({ type: 'help' });
    await reader.tell({ type: 'scroll', to: 'next' });
    assert.ok(!(await help.isVisible()));
  });

  it('closes with Escape, its button, and a click beside it', async () => {
    const reader = await open({ ...CONTENT, id: first });
    const help = reader.page.getByRole('dialog');
    const ways = [
      () => reader.page.keyboard.press('Escape'),
      () => help.getByRole('button', { name: 'Close' }).click(),
      () => reader.page.mouse.click(5, 350),
    ];
    for (const close of ways) {
      await reader.tell({ type: 'help' });
      assert.ok(await help.isVisible());
      await close();
      assert.ok(!(await help.isVisible()));
    }
    assert.deepEqual(await reader.heard(), []);
  });
});
