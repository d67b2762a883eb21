import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
);

const BRIEFING = `# Harbour report

## In brief

- **North quay:** Closed until Thursday, as the port says [1]. See [the weather](#weather), and [the other report](other.md#ferries).
- **Tugs:** Two are back.
- **Crane:** Nobody has said where it is. [2]
- **Buoy:** It is lit again. [1] [3]

## Weather

Fog is expected. ![the bay](bay.png) ![a map](https://maps.example/bay.png)

## References

1. [Notice 14](https://port.example/14), port.example
2. The harbour master
3. [Notice 15](https://port.example/15), port.example
`;
const OTHER = `# Other report

## Ferries

- **Night ferry:** It is back. ([notice](https://port.example/14))
`;
const AWKWARD = `# Awkward report

## In brief

- **Marks:** They stand in [an address](https://wiki.example/Why_Marry%3F?q=AT%26T&r=a%2Bb).
- **Names:** They lead to [letters](<../my notes/ü.md>), [an escape](my\\_notes.md), [an entity](a&amp;b.md), [a picture](picture.md), [nowhere](nowhere.md) and [out of here](../../elsewhere.md).
- **Cut out:** ![a map](<https://images.example/w_1456,c_limit;f_auto/harbour's%20bay.png>)
`;

const ALBUM = `# Album

## In brief

- **No picture:** words
- **Two pictures:** ![first](https://cdn.example/1.png) and ![second](https://cdn.example/2.png)
- **A link:** [![third](https://pics.example/3.png)](https://album.example/3)
`;

/** A briefing with these takeaways. */
function note(...labels: readonly string[]): string {
  return `# A note\n\n## In brief\n\n${labels.map((label) => `- **${label}:** words\n`).join('')}`;
}

describe('From a claim to its source', () => {
  let window: Workbench;
  const files = {
    'briefings/harbour.md': BRIEFING,
    'briefings/other.md': OTHER,
    'briefings/bay.png': PNG,
    'briefings/awkward.md': AWKWARD,
    'briefings/album.md': ALBUM,
    'briefings/my_notes.md': note('Escaped', 'Read on'),
    'briefings/a&b.md': note('Joined'),
    'briefings/picture.md': PNG,
    'my notes/ü.md': note('Far'),
  };
  const folder = useWindow({ files, settings: { 'briefings.showBundled': false } }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.unfold('Harbour report');
    await window.unfold('Awkward report');
  });

  /** The name of a file that is created in the folder. */
  async function savedAs(name: RegExp): Promise<string> {
    for (;;) {
      const saved = fs.readdirSync(folder.path).find((file) => name.test(file));
      if (saved !== undefined && fs.statSync(path.join(folder.path, saved)).size > 0) return saved;
      await window.page.waitForTimeout(100);
    }
  }

  beforeEach(async () => {
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
  });

  it('a citation shows its reference on focus, goes to it by key, and back', async () => {
    // A page that has just opened gets keys only once it has the focus.
    await window.reader.locator('.card:focus').waitFor();
    const citation = window.card.getByRole('link', { name: '[1]' });
    await citation.focus();
    const tip = window.reader.getByRole('tooltip');
    await tip.waitFor();
    assert.match(await tip.innerText(), /Notice 14[\s\S]*port\.example/);
    await window.screenshot('citation');
    await window.page.keyboard.press('Enter');
    await window.card.locator('.reference a:focus').waitFor();
    await window.page.keyboard.press('Escape');
    await window.card.locator('.citation a:focus').waitFor();
  });

  it('a reference can be opened, copied and cited, and lists who else cites it', async () => {
    const reference = window.card.locator('.reference').first();
    await reference.hover();
    await window.screenshot('reference', false);
    const button = (name: string | RegExp) => reference.getByRole('button', { name });
    assert.equal(await window.leaving(() => button('Open').click()), 'https://port.example/14');
    await reference.hover();
    await button('Copy Reference Link').click();
    await window.reader.getByRole('status').getByText('Reference link copied.').waitFor();
    await reference.hover();
    await button('Copy as Citation').click();
    await window.reader.getByRole('status').getByText('Citation copied.').waitFor();
    const copied = await window.page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, 'Notice 14. port.example (https://port.example/14)');
    await reference.hover();
    await button(/^Cited in 1 more briefing/).click();
    await window.choose('Other report');
    await window.card.getByRole('heading', { name: 'Night ferry' }).waitFor();
  });

  it('each of several references is offered by the number of its citation', async () => {
    await window.treeItem(/^Buoy/).click();
    await window.card.getByRole('heading', { name: 'Buoy' }).waitFor();
    await window.reader.locator('.card:focus').waitFor();
    await window.page.keyboard.press('o');
    const rows = window.page.locator('.quick-input-widget .monaco-list-row');
    await rows.filter({ hasText: '[1] Notice 14' }).waitFor();
    await window.screenshot('references-to-open', false);
    await window.page.keyboard.type('3');
    await rows.filter({ hasText: '[1] Notice 14' }).waitFor({ state: 'detached' });
    const address = await window.leaving(() => window.page.keyboard.press('Enter'));
    assert.equal(address, 'https://port.example/15');
  });

  it('says if a takeaway has no reference of its own, and if it has no link', async () => {
    await window.treeItem(/^Tugs/).click();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    // Other items have references of their own, so these may not be this item’s.
    assert.equal(await window.card.locator('.sources').count(), 0);
    await window.treeItem(/^Crane/).click();
    await window.card.getByText('The harbour master').waitFor();
    assert.equal(await window.card.locator('.reference a').count(), 0);
  });

  it('links lead to a section, to another briefing, and nowhere else', async () => {
    await window.card.getByRole('link', { name: 'the weather' }).click();
    await window.reader.locator('.whole #s-weather[aria-current]').waitFor();
    await window.folded(/^Other report/);
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('link', { name: 'the other report' }).click();
    await window.card.getByRole('heading', { name: 'Night ferry' }).waitFor();
    await window.selectedRow.filter({ hasText: 'Night ferry' }).waitFor();
    await window.page.waitForTimeout(300);
    assert.equal(window.context.pages().length, 1, 'nothing was opened outside');
  });

  it('shows images beside the briefing, and those from the web on request', async () => {
    await window.treeItem(/^Weather/).click();
    const image = window.card.locator('img');
    await image.first().waitFor();
    const widths = () => image.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth));
    assert.deepEqual(await widths(), [1]);
    assert.deepEqual(window.requests, []);
    // Playwright answers the request: nothing leaves this machine.
    await window.context.route('https://maps.example/**', (route) =>
      route.fulfill({ contentType: 'image/png', body: PNG }),
    );
    await window.card.locator('a.image', { hasText: 'a map' }).click();
    await window.card.locator('img[src="https://maps.example/bay.png"]').waitFor();
    await window.page.waitForTimeout(500);
    assert.equal(window.context.pages().length, 1, 'it is shown, not opened');
    assert.deepEqual(await widths(), [1, 1]);
    assert.deepEqual(window.requests, ['https://maps.example/bay.png']);
  });

  it('opens an address as it is written', async () => {
    await window.treeItem(/^Marks/).click();
    const link = window.card.getByRole('link', { name: 'an address' }).first();
    await link.waitFor();
    const written = 'https://wiki.example/Why_Marry%3F?q=AT%26T&r=a%2Bb';
    assert.equal(await link.getAttribute('href'), written);
    assert.equal(await window.leaving(() => link.click()), written);
    assert.equal(await window.leaving(() => window.page.keyboard.press('o')), written);
  });

  it('links lead to files of any name, at the place where reading stopped', async () => {
    const follow = async (name: string) => {
      await window.settled();
      await window.treeItem(/^Names/).click();
      await window.card.getByRole('link', { name }).click();
    };
    for (const [name, label] of [
      ['letters', 'Far'],
      ['an entity', 'Joined'],
      ['an escape', 'Escaped'],
    ] as const) {
      await follow(name);
      await window.card.getByRole('heading', { name: label }).waitFor();
    }
    await window.page.keyboard.press('j');
    await window.card.getByRole('heading', { name: 'Read on' }).waitFor();
    await follow('an escape');
    await window.card.getByRole('heading', { name: 'Read on' }).waitFor();
  });

  it('says why a link does not lead to a briefing', async () => {
    await window.treeItem(/^Names/).click();
    for (const [name, sentence] of [
      ['a picture', 'briefings/picture.md: The file is binary, not text.'],
      ['nowhere', 'The briefing “briefings/nowhere.md” was not found.'],
      ['out of here', 'This link leads outside the briefing’s folder.'],
    ] as const) {
      await window.card.getByRole('link', { name }).click();
      await window.reader.getByRole('status').getByText(sentence).waitFor();
    }
  });

  it('shows an image whose address has special characters', async () => {
    await window.context.route('https://images.example/**', (route) =>
      route.fulfill({ contentType: 'image/png', body: PNG }),
    );
    await window.treeItem(/^Cut out/).click();
    await window.card.locator('a.image', { hasText: 'a map' }).click();
    const image = window.card.locator('img');
    await image.waitFor();
    await window.page.waitForTimeout(500);
    assert.equal(await image.evaluate((one) => (one as HTMLImageElement).naturalWidth), 1);
  });

  it('shows all images of one briefing with one button', async () => {
    for (const host of ['cdn', 'pics'])
      await window.context.route(`https://${host}.example/**`, (route) =>
        route.fulfill({ contentType: 'image/png', body: PNG }),
      );
    const before = window.requests.length;
    await window.unfold('Album');
    const button = window.reader.getByRole('button', {
      name: 'Show all images of this briefing (3, cdn.example and 1 more)',
    });
    await window.treeItem(/^No picture/).click();
    await window.card.getByRole('heading', { name: 'No picture' }).waitFor();
    assert.equal(await button.filter({ visible: true }).count(), 0);
    await window.treeItem(/^Two pictures/).click();
    await window.card.getByRole('heading', { name: 'Two pictures' }).waitFor();
    await window.screenshot('all-images');
    await window.card.locator(button).click();
    await window.card.locator('img').nth(1).waitFor();
    await window.page.keyboard.press('f');
    const images = window.reader.locator('.whole img');
    await images.nth(2).waitFor();
    await window.page.waitForTimeout(500);
    const widths = await images.evaluateAll((all) =>
      all.map((one) => (one as HTMLImageElement).naturalWidth),
    );
    assert.deepEqual(widths, [1, 1, 1]);
    assert.equal(await button.count(), 0);
    assert.deepEqual([...new Set(window.requests.slice(before))].sort(), [
      'https://cdn.example/1.png',
      'https://cdn.example/2.png',
      'https://pics.example/3.png',
    ]);
    await window.page.keyboard.press('f');
  });

  it('exports and prints each briefing under a name of its own', async () => {
    const title = window.page.locator('.quick-input-widget .quick-input-title');
    await window.treeItem(/^Tugs/).click();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    await window.run('Briefings: Print Briefing…', true);
    await title.filter({ hasText: 'Print Briefing: Save as Web Page' }).waitFor();
    await window.page.keyboard.press('Escape');
    await window.answer('Briefings: Export Briefing…', () => window.choose('HTML', 5000));
    await title.filter({ hasText: 'Export Briefing' }).waitFor();
    await window.page.keyboard.press('Escape');
  });

  it('exports what is starred where the dialog says, and opens nothing', async () => {
    await window.reader.locator('.card:focus').waitFor();
    await window.page.keyboard.press('s');
    await window.treeItem(/^North quay.*starred/).waitFor();
    await window.answer('Briefings: Export Starred…', () => window.choose('By Source', 5000));
    const dialog = window.page.locator('.quick-input-widget');
    await dialog.locator('.quick-input-title', { hasText: 'Export Starred' }).waitFor();
    await window.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const saved = await savedAs(/-starred\.md$/);
    assert.match(
      fs.readFileSync(path.join(folder.path, saved), 'utf8'),
      /^# Starred\n\n## [^\n]+\n\n### Harbour report\n\n> \*\*North quay:\*\* Closed until Thursday/,
    );
    assert.equal(await window.page.getByRole('tab', { name: saved }).count(), 0);
    await window.run('Briefings: Remove Star');
  });

  it('says in the status bar what was copied if no reader is visible', async () => {
    await window.closeEditors();
    await window.chooseFor(window.treeItem(/^Tugs/), /^Copy with Sources/);
    await window.page.locator('.statusbar').getByText('“Tugs” copied.').waitFor();
  });

  it('leaves the file unchanged', () => {
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings', 'harbour.md'), 'utf8'), BRIEFING);
  });
});
