import assert from 'node:assert/strict';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const LONG = Array.from({ length: 40 }, (_, i) => `Line ${i} of a long one.`).join('\n\n  ');

const FIRST = `# First report

## In brief

- **North quay:** Closed until Thursday.

  ${LONG}
- **Tugs:** Two are back. ([notice](https://port.example/14))

## Ships

Two came in.
`;
/** A text without takeaways. */
const THIRD = '# Third text\n\nHow it began.\n\n## Tides\n\nTwo a day.\n\n## Moon\n\nOne a month.\n';
const SECOND = '# Second report\n\n## In brief\n\n- **Ferry:** The night ferry is back.\n';

describe('The keys of the reader', () => {
  let window: Workbench;
  const press = (key: string) => window.page.keyboard.press(key);
  /**
   * VS Code hides the find box and returns the focus in several steps, which are slower than a test’s next
   * key.
   */
  const leaveFind = async () => {
    await press('Escape');
    await window.page.locator('.simple-find-part.visible').waitFor({ state: 'hidden' });
    await window.page.waitForTimeout(500);
  };
  const heading = (name: string) => window.card.getByRole('heading', { name, exact: true });

  const files = { 'briefings/1.md': FIRST, 'briefings/2.md': SECOND, 'briefings/3.md': THIRD };
  const settings = { 'briefings.showBundled': false, 'briefings.markRead': 'manual' };
  useWindow({ files, settings }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.run('Briefings: Sort by Title');
    await window.unfold('First report');
  });

  beforeEach(async () => {
    await window.treeItem(/^North quay/).click();
    await window.reader.locator('.card.current:focus', { hasText: 'North quay' }).waitFor();
  });

  it('j, n, k and p go to the next and the previous item', async () => {
    await press('n');
    await heading('Tugs').waitFor();
    await press('p');
    await heading('North quay').waitFor();
    await press('j');
    await heading('Tugs').waitFor();
    await press('k');
    await heading('North quay').waitFor();
  });

  it('Space scrolls, and at the end goes to the next item; Shift+Space goes back', async () => {
    await press('Space');
    const scrolled = () => window.reader.locator('body').evaluate(() => scrollY);
    await window.reader.locator('body').evaluate(async () => {
      while (scrollY === 0) await new Promise(requestAnimationFrame);
    });
    const first = await scrolled();
    const height = await window.reader.locator('body').evaluate(() => innerHeight);
    assert.ok(first > height / 2 && first < height, `${first} of ${height}`);
    for (let i = 0; i < 20 && !(await heading('Tugs').isVisible()); i++) {
      await press('Space');
      await window.page.waitForTimeout(150);
    }
    await heading('Tugs').waitFor();
    await press('Shift+Space');
    await heading('North quay').waitFor();
  });

  it('End, Home, PageDown and ArrowDown scroll, and at the end End says what j does', async () => {
    const place = () =>
      window.reader
        .locator('body')
        .evaluate(() => scrollY / (document.documentElement.scrollHeight - innerHeight));
    const seen = (what: string, isThere: (at: number) => boolean) =>
      window.until(what, async () => isThere(await place()));
    for (const key of ['PageDown', 'ArrowDown']) {
      await press(key);
      await seen(`scrolled by ${key}`, (at) => at > 0);
      await press('Home');
      await seen('the beginning', (at) => at === 0);
    }
    await press('End');
    await seen('the end', (at) => at > 0.999);
    await press('End');
    await window.reader.getByRole('status').getByText('Press j to go on to “Tugs”.').waitFor();
    await press('j');
    await heading('Tugs').waitFor();
  });

  it('f and Enter show the whole briefing, and one item again', async () => {
    await press('f');
    await window.reader.locator('.whole [aria-current]', { hasText: 'North quay' }).waitFor();
    await press('Enter');
    await heading('North quay').waitFor();
    await press('Enter');
    await window.reader.locator('.whole').waitFor();
    await press('f');
    await heading('North quay').waitFor();
  });

  it('u goes up to the section, and from there to the top', async () => {
    await press('u');
    await window.reader.locator('.whole #s-in-brief[aria-current]').waitFor();
    await press('u');
    await window.reader.locator('.whole #s-in-brief:not([aria-current])').waitFor();
    await press('f');
    await heading('North quay').waitFor();
  });

  it('g g and G go to the start and to the end', async () => {
    await press('Shift+G');
    await window.reader.locator('.card.current[data-id=end]').waitFor();
    await press('g');
    await press('g');
    await heading('North quay').waitFor();
  });

  it('G scrolls the page, and not what VS Code has around it', async () => {
    const { page } = window;
    await press('f');
    await window.reader.locator('.whole .takeaway[aria-current]').waitFor();
    await press('Shift+G');
    await window.reader.locator('.whole .end').waitFor();
    await window.settled();
    const scrolled = await page.evaluate(() =>
      [...document.querySelectorAll('[class*=webview]')].map(({ scrollTop }) => scrollTop).filter(Boolean),
    );
    assert.deepEqual(scrolled, []);
    await press('f');
    await window.reader.locator('.card.current').waitFor();
    await press('g');
    await press('g');
    await heading('North quay').waitFor();
  });

  it('in the whole view, they act on the item that the person has just scrolled to', async () => {
    const tugs = window.reader.locator('.whole .takeaway[aria-current]', { hasText: 'Tugs' });
    await press('j');
    await heading('Tugs').waitFor();
    await press('f');
    await tugs.waitFor();
    await window.reader
      .locator('.whole')
      .getByText('Line 20 of a long one.')
      .evaluate((line) => {
        line.scrollIntoView({ block: 'center' });
      });
    await press('j');
    await tugs.waitFor();
    await press('f');
    await heading('Tugs').waitFor();
  });

  it('j and k go through text without takeaways piece by piece, and m and M finish it', async () => {
    const said = (text: string) => window.reader.getByRole('status').getByText(text).waitFor();
    await window.chooseFor(window.treeItem(/^Third text/), /^Open$/);
    await heading('Third text').waitFor();
    assert.equal(await window.reader.locator('.where').textContent(), '1 of 3 · 1 min left');
    await press('j');
    await heading('Tides').waitFor();
    await press('k');
    await heading('Third text').waitFor();
    await press('m');
    await said('“Third text” is marked as read.');
    await window.treeItem(/^Third text, 2 unread/).waitFor();
    await press('m');
    await said('“Third text” is marked as unread.');
    await window.treeItem(/^Third text, unread/).waitFor();
    await press('Shift+G');
    const end = window.reader.locator('.card.current[data-id=end]');
    await end.getByText('The end').waitFor();
    await end.getByText('3 not read').click();
    await heading('Third text').waitFor();
    await press('Shift+M');
    // Next is what is unread, from the top of the sidebar.
    await heading('North quay').waitFor();
    await said('“Third text” is marked as read.');
    await window.treeItem(/^Third text, finished/).waitFor();
    await window.folded(/^Third text/);
    await press('z');
    await window.treeItem(/^Third text, unread/).waitFor();
  });

  it('] and [ go to the next briefing, and back to the place in the first', async () => {
    await press('j');
    await heading('Tugs').waitFor();
    await press(']');
    await heading('Ferry').waitFor();
    await window.selectedRow.filter({ hasText: 'Ferry' }).waitFor();
    await press('[');
    await heading('Tugs').waitFor();
    await window.selectedRow.filter({ hasText: 'Tugs' }).waitFor();
    await window.folded(/^Second report/);
  });

  it('m and s mark and star', async () => {
    await press('m');
    await window.treeItem(/^North quay, read/).waitFor();
    await press('m');
    await window.treeItem(/^North quay, unread/).waitFor();
    await press('s');
    await window.treeItem(/^North quay, unread, starred/).waitFor();
    await press('s');
    await window.treeItem(/^North quay, unread(?!, starred)/).waitFor();
  });

  it('o opens the reference, y copies its link, c copies the takeaway', async () => {
    await press('j');
    await heading('Tugs').waitFor();
    assert.equal(await window.leaving(() => press('o')), 'https://port.example/14');
    await press('y');
    await window.reader.getByRole('status').getByText('Reference link copied.').waitFor();
    await press('c');
    await window.reader.getByRole('status').getByText('“Tugs” copied.').waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.match(
      copied,
      /^Tugs: Two are back\..*\n— First report\n— notice \(https:\/\/port\.example\/14\)$/,
    );
  });

  it('+, - and 0 set the font size, which is kept', async () => {
    const size = (px: number) =>
      window.reader.locator(`html[style*="--reader-font-size: ${px}px"]`).waitFor();
    for (let i = 0; i < 3; i++) await press('Shift+Equal');
    await size(17);
    await press('Minus');
    await size(16);
    await window.reload();
    await size(16);
    await window.reader.locator('.card.current').click();
    await press('0');
    await size(14);
  });

  it('? shows the keys, and Escape hides them', async () => {
    await press('Shift+Slash');
    const help = window.reader.getByRole('dialog');
    await help.getByText('Go Up to Section').waitFor();
    assert.match(await help.innerText(), /Next/);
    await window.screenshot('help');
    await press('Escape');
    await help.waitFor({ state: 'hidden' });
    await press('j');
    await heading('Tugs').waitFor();
  });

  it('/ finds in the whole briefing, and typed keys stay in the find box', async () => {
    await press('/');
    const find = window.page.locator('.simple-find-part.visible input:focus');
    await find.waitFor();
    await window.page.keyboard.type('jnkpfu0+-? /');
    assert.equal(await find.inputValue(), 'jnkpfu0+-? /');
    await leaveFind();
    await window.reader.locator('.whole [aria-current]', { hasText: 'North quay' }).waitFor();
  });

  it('/ leads to a match, which the keys then act on', async () => {
    await press('/');
    await window.page.locator('.simple-find-part.visible input:focus').waitFor();
    await window.reader.locator('.whole').waitFor();
    await window.page.keyboard.type('Two came');
    await press('Enter');
    const found = window.reader.locator('.whole [aria-current]', { hasText: 'Two came in.' });
    await found.waitFor();
    await leaveFind();
    await found.waitFor();
    await press('f');
    await heading('Ships').waitFor();
  });

  it('reach an end that says so, and continue from there', async () => {
    await press('j');
    await heading('Tugs').waitFor();
    await press('j');
    await heading('Ships').waitFor();
    await press('j');
    const end = window.reader.locator('.card.current[data-id=end]');
    await end.waitFor();
    assert.match(await end.innerText(), /First report/);
    assert.match(await end.innerText(), /3 not read/);
    assert.match(await end.innerText(), /Second report/);
    await window.screenshot('end');
    await press('k');
    await heading('Ships').waitFor();
    // The button below leads there as well, and keeps the view.
    await window.reader.locator('.turn .next').click();
    await end.waitFor();
    await press('j');
    await heading('Ferry').waitFor();
  });
});
