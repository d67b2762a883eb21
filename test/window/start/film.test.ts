import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { OUT, REPO } from '../../support/paths.ts';
import { delaysIn, Film } from '../support/film.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const UKRAINE = /^Ukraine talks at the White House/;

/** The number of items in that briefing, and how long each is shown if it is only passed. */
const ITEMS = 9;
const PASSED = 250;

/* The animation in the README: `npm test -- window/film`, then `cp out/reading.png docs`. */
describe('The film of reading', () => {
  let window: Workbench;
  const settings = {
    'window.commandCenter': false,
    'window.title': '${activeEditorShort}',
    'briefings.markRead': 'opened',
  };
  useWindow({ settings, linkProtection: true }, async (opened) => {
    window = opened;
    await window.page.setViewportSize({ width: 960, height: 600 });
    await window.showSidebar();
    await window.treeItem(/^Welcome to Briefing Reader/).waitFor();
    await window.run('Notifications: Clear All Notifications');
  });

  const at = (number: number) => window.reader.locator('.where').getByText(`${number} of ${ITEMS}`);

  /** Waits until the sidebar has followed. */
  async function rest(): Promise<void> {
    await window.settled();
    await window.page.mouse.move(600, 4);
    await window.page.waitForTimeout(200);
  }

  it('goes from the sidebar to a claim, to its source and back, and to the end', async () => {
    const film = new Film(window.page);
    const take = async (ms: number) => {
      await rest();
      await film.take(ms);
    };
    await take(900);
    await window.treeItem(UKRAINE).click();
    await at(1).waitFor();
    await window.card.click();
    await take(1000);
    await window.page.keyboard.press('j');
    await at(2).waitFor();
    await take(1000);
    await window.page.keyboard.press('o');
    const dialog = window.page.getByRole('dialog').filter({ hasText: 'https://cgtn.com' });
    await dialog.waitFor();
    await take(1300);
    await window.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await at(2).waitFor();
    await take(600);
    await window.card.click();
    for (let number = 3; number <= ITEMS; number++) {
      await window.page.keyboard.press('j');
      await at(number).waitFor();
      await take(PASSED);
    }
    await window.page.keyboard.press('j');
    await window.reader.getByRole('heading', { name: 'Finished' }).waitFor();
    await take(1500);
    fs.writeFileSync(path.join(OUT, 'reading.png'), await film.develop());
  });

  for (const file of [path.join(OUT, 'reading.png'), path.join(REPO, 'docs/reading.png')])
    it(`is short and small: ${path.relative(REPO, file)}`, () => {
      const bytes = fs.readFileSync(file);
      const delays = delaysIn(bytes);
      assert.equal(delays.length, 5 + (ITEMS - 2) + 1);
      const seconds = delays.reduce((sum, ms) => sum + ms, 0) / 1000;
      assert.ok(seconds >= 7 && seconds <= 9, `${seconds} s`);
      assert.ok(bytes.length < 2_000_000, `${bytes.length} bytes`);
    });

  it('is shown by a browser, in the size of the window', async () => {
    const picture = fs.readFileSync(path.join(OUT, 'reading.png')).toString('base64');
    const size = await window.page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
      const decoder = new ImageDecoder({ data: bytes, type: 'image/png' });
      await Promise.all([decoder.completed, decoder.tracks.ready]);
      const frames = decoder.tracks.selectedTrack?.frameCount;
      const { image } = await decoder.decode({ frameIndex: (frames ?? 1) - 1 });
      return [frames, image.displayWidth, image.displayHeight];
    }, picture);
    assert.deepEqual(size, [5 + (ITEMS - 2) + 1, 960, 600]);
  });
});
