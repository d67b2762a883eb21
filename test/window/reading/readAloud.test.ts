import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { VOICE } from '../../support/voice.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const BRIEFING =
  '# Harbour report\n\n## In brief\n\n- **North quay:** Closed 🚧 until *Thursday*.\n- **Tugs:** Two are back.\n';

describe('Reading aloud', () => {
  let window: Workbench;
  const files = { 'briefings/harbour.md': BRIEFING };
  useWindow({ files, settings: { 'briefings.showBundled': false } }, (opened) => {
    window = opened;
  });

  describe('where the browser has no voice', () => {
    before(() => openNorthQuay(window));

    it('is not available', async () => {
      const offered = await window.offered('Briefings: Read');
      assert.ok(offered.includes('Briefings: Read as Briefing'), offered.join());
      assert.ok(!offered.includes('Briefings: Read Aloud'), offered.join());
    });
  });

  describe('where it has one', () => {
    // Readers that are opened from now on have one.
    before(() => window.context.addInitScript({ content: VOICE }));

    beforeEach(async () => {
      await window.closeEditors();
      await openNorthQuay(window);
    });

    it('reads a takeaway, goes on to the next, and stops at the end', async () => {
      const body = window.reader.locator('body');
      await window.run('Briefings: Read Aloud');
      assert.equal(await sentence(body), 'North quay');
      await said(body);
      assert.equal(await sentence(body), 'Closed until Thursday.');
      await said(body);
      await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
      assert.equal(await sentence(body), 'Tugs');
      await said(body);
      assert.equal(await sentence(body), 'Two are back.');
      await said(body);
      await window.reader.locator('.card.current[data-id=end]').waitFor();
      assert.equal(await body.evaluate(() => self.spoken.length), 0);
    });

    it('continues in its own reader while one reads in another', async () => {
      await window.run('Briefings: Open to the Side');
      await window.page.locator('iframe.webview.ready').nth(1).waitFor();
      const bodies = [0, 1].map((at) =>
        window.page
          .locator('iframe.webview.ready')
          .nth(at)
          .contentFrame()
          .locator('iframe#active-frame')
          .contentFrame()
          .locator('body'),
      );
      const headings = () => Promise.all(bodies.map((body) => body.locator('.card.current h1').innerText()));
      await window.run('Briefings: Read Aloud');
      const heard = await Promise.race(
        bodies.map(async (body) => {
          await sentence(body);
          return body;
        }),
      );
      const other = bodies.find((body) => body !== heard);
      await other?.locator('.card.current h1').click();
      const groups = window.page.locator('.editor-group-container');
      await groups.first().and(window.page.locator('.active')).waitFor();
      await said(heard);
      await sentence(heard);
      await said(heard);
      assert.equal(await sentence(heard), 'Tugs');
      assert.deepEqual((await headings()).sort(), ['North quay', 'Tugs']);
    });
  });
});

async function openNorthQuay(window: Workbench): Promise<void> {
  await window.showSidebar();
  await window.unfold('Harbour report');
  await window.treeItem(/^North quay/).click();
  await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
}

/** The next sentence, once it is spoken. */
async function sentence(body: Locator): Promise<string | undefined> {
  await body.evaluate(async () => {
    while (self.spoken.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return body.evaluate(() => self.spoken.shift()?.text);
}

/** Ends the sentence that is being spoken. */
async function said(body: Locator): Promise<void> {
  await body.evaluate(() => {
    self.say();
  });
}
