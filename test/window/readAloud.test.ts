import assert from 'node:assert/strict';
import { NEWEST } from '../support/versions.ts';
import { VOICE } from '../support/voice.ts';
import { makeFolder } from './folder.ts';
import { pictureFailures } from './pictureFailures.ts';
import { Workbench } from './workbench.ts';

const BRIEFING =
  '# Harbour report\n\n## In brief\n\n- **North quay:** Closed 🚧 until *Thursday*.\n- **Tugs:** Two are back.\n';

describe('Reading aloud', () => {
  const folder = makeFolder({ 'briefings/harbour.md': BRIEFING });
  let window: Workbench;
  pictureFailures(() => window);

  after(async () => {
    await window.close();
    folder.remove();
  });

  const open = async (before?: string) => {
    window = await Workbench.open({
      version: NEWEST,
      folder: folder.path,
      settings: { 'briefings.showBundled': false },
      ...(before !== undefined && { before }),
    });
    await window.showSidebar();
    await window.unfold('Harbour report');
    await window.treeItem(/^North quay/).click();
    await window.card.getByRole('heading', { name: 'North quay' }).waitFor();
  };

  it('is absent where the browser has no voice', async () => {
    await open();
    const offered = await window.offered('Briefings: Read');
    assert.ok(offered.includes('Briefings: Read as Briefing'), offered.join());
    assert.ok(!offered.includes('Briefings: Read Aloud'), offered.join());
    await window.close();
  });

  it('says a takeaway, goes on to the next, and stops at the end', async () => {
    await open(VOICE);
    const body = window.reader.locator('body');
    /** The next sentence, when it has been begun. */
    const sentence = async () => {
      await body.evaluate(async () => {
        while (self.spoken.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      });
      return body.evaluate(() => self.spoken.shift()?.text);
    };
    const said = () =>
      body.evaluate(() => {
        self.say();
      });
    await window.run('Briefings: Read Aloud');
    assert.equal(await sentence(), 'North quay');
    await said();
    assert.equal(await sentence(), 'Closed until Thursday.');
    await said();
    await window.card.getByRole('heading', { name: 'Tugs' }).waitFor();
    assert.equal(await sentence(), 'Tugs');
    await said();
    assert.equal(await sentence(), 'Two are back.');
    await said();
    await window.reader.locator('.card.current[data-id=end]').waitFor();
    assert.equal(await body.evaluate(() => self.spoken.length), 0);
  });
});
