import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';
import { IS_WHOLE } from '../../support/sample.ts';
import { NEWEST, OLDEST } from '../../support/versions.ts';
import { useWindow } from '../support/useWindow.ts';
import type { HostKind } from '../support/launch.ts';
import type { Workbench } from '../workbench.ts';

/** The seed of the project, which a public clone does not have. */
const SEED = path.join(REPO, '../shared/seed/ukraine-talks.txt');

/** A sample of the workbench suite runs in the web worker host, too. */
const HOSTS: readonly HostKind[] = IS_WHOLE ? ['node', 'web'] : ['node'];

/* The main use, from the activity bar to the source and the search, in each VS Code and each extension host. */
for (const version of [NEWEST, OLDEST]) {
  for (const host of HOSTS) {
    describe(`Reading in VS Code ${version.version}, ${host} extension host`, () => {
      let window: Workbench;
      const files = fs.existsSync(SEED) ? { 'ukraine-talks.txt': fs.readFileSync(SEED) } : {};
      useWindow({ version, host, files }, (opened) => {
        window = opened;
      });

      it('goes from the activity bar to a takeaway and its source', async () => {
        await window.briefingsTab.click();
        await window.treeItem(/^Ukraine talks at the White House/).waitFor();
        await window.unfold(/^Ukraine talks at the White House/);
        await window.treeItem(/^Talks with Putin\?/).click();
        await window.card.getByRole('heading', { name: 'Talks with Putin?' }).waitFor();
        assert.match(await window.card.innerText(), /sounds less opposed than before to meeting Zelenskyy/);
        assert.match(await window.reader.locator('.where').innerText(), /^3 of 9 · \d min left$/);
        const link = window.card.getByRole('link', { name: /^Q&A: Why Ukraine talks fell short/ });
        assert.equal(await window.leaving(() => link.click()), 'https://cgtn.com/');
      });

      it('goes forward and back by key, and the sidebar follows without taking the focus', async () => {
        await window.page.keyboard.press('j');
        await window.card.getByRole('heading', { name: 'Shelling Continues' }).waitFor();
        const selected = window.page.locator('.sidebar [role=treeitem][aria-selected=true]');
        await selected.filter({ hasText: 'Shelling Continues' }).waitFor();
        await window.page.keyboard.press('k');
        await window.card.getByRole('heading', { name: 'Talks with Putin?' }).waitFor();
        await selected.filter({ hasText: 'Talks with Putin?' }).waitFor();
      });

      it('shows the whole briefing with the takeaway marked, and returns', async () => {
        await window.page.keyboard.press('f');
        const marked = window.reader.locator('.whole article [aria-current]');
        await marked.getByText('Talks with Putin?').waitFor();
        assert.equal(await window.reader.locator('.whole .section').count(), 6);
        await window.page.keyboard.press('j');
        await marked.getByText('Shelling Continues').waitFor();
        await window.page.keyboard.press('f');
        await window.card.getByRole('heading', { name: 'Shelling Continues' }).waitFor();
      });

      it('does the same from the palette', async () => {
        await window.run('Briefings: Next');
        await window.card.getByRole('heading', { name: 'Allies Stick Together' }).waitFor();
        await window.answer('Briefings: Open Item', () => window.choose('U.S. Agrees Twice', 5000));
        await window.card.getByRole('heading', { name: 'U.S. Agrees Twice' }).waitFor();
        await window.run('Briefings: Show Whole Briefing');
        await window.reader.locator('.whole').waitFor();
        await window.run('Briefings: Show One at a Time');
        await window.card.waitFor();
        const address = await window.leaving(() => window.run('Briefings: Open Reference'));
        assert.equal(address, 'https://cgtn.com/');
      });

      it('still knows what was read after a reload', async () => {
        await window.treeItem(/^U.S. Agrees Twice, read/).waitFor();
        await window.until('the mark on disk', () => window.writtenMarks().length > 0);
        await window.reload();
        await window.treeItem(/^U.S. Agrees Twice, read/).waitFor();
      });

      it('finds a takeaway', async () => {
        await window.run('Briefings: Search…', true);
        await window.page.locator('.quick-input-widget input').first().fill('shelling');
        await window.choose('Shelling Continues');
        await window.card.getByRole('heading', { name: 'Shelling Continues' }).waitFor();
      });

      it('reads the seed through Read as Briefing in the explorer', async function () {
        if (!fs.existsSync(SEED)) {
          console.log(`      ${SEED} is not there`);
          this.skip();
        }
        await window.run('View: Show Explorer');
        await window.chooseFor(window.treeItem('ukraine-talks.txt'), 'Read as Briefing');
        await window.card.getByText('On Monday at the White House').waitFor();
        await window.page.keyboard.press('n');
        await window.card.getByText('Washington said').waitFor();
        if (version === NEWEST && host === 'node') await window.screenshot('seed');
        const seen: string[][] = [];
        for (let i = 1; i <= 4; i++) {
          await window.reader
            .locator('.where')
            .getByText(`${i + 1} of 9`)
            .waitFor();
          const words = async (selector: string) =>
            (await window.card.locator(selector).innerText()).replace(/\s+/g, ' ').trim();
          const link = window.card.locator('.references a');
          seen.push([
            await words('h1 .emoji'),
            (await words('h1')).replace(await words('h1 .emoji'), '').trim(),
            await words('.body'),
            await link.innerText(),
            (await link.getAttribute('href')) ?? '',
          ]);
          if (i < 4) await window.page.keyboard.press('n');
        }
        const source = [
          'Q&A: Why Ukraine talks fell short of a breakthrough, but still matter',
          'https://cgtn.com/',
        ];
        const lines = fs.readFileSync(SEED, 'utf8').split('\n').slice(2, 6);
        const expected = [
          ['🤝', 'U.S. Agrees Twice'],
          ['📞', 'Talks with Putin?'],
          ['⚔️', 'Shelling Continues'],
          ['🌐', 'Allies Stick Together'],
        ].map(([emoji = '', label = ''], i) => [
          emoji,
          label,
          (lines[i] ?? '').replace(`- ${label}: `, '').replace(` ${emoji}`, ''),
          ...source,
        ]);
        assert.deepEqual(seen, expected);
      });

      it('requests nothing from any other machine', () => {
        assert.deepEqual(window.requests, []);
        assert.deepEqual(window.dialogs, []);
      });
    });
  }
}
