import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { NEWEST } from '../support/versions.ts';
import { makeFolder } from './folder.ts';
import { Workbench } from './workbench.ts';

const GOOD = '# Good news\n\n## Highlights\n\n- **Still here:** whatever lies beside it\n';

/* Only words of our own: what an author who wants to be noticed might write. */
const HOSTILE = `# <img src=x onerror=alert(1)> $(verified) Official

![pixel](https://pixel.example/p.gif) <script>alert(2)</script> <style>body{display:none}</style>

## Highlights

- **<svg onload=alert(3)>:** [click](javascript:alert(4)) [or](command:workbench.action.quit) [or](vscode://x.y/z)
- **Fine:** [a source](https://source.example/a) <iframe src="https://frame.example"></iframe>
`;

/** Bad files of every kind that a file system has, each with the words that the sidebar has for it. */
const BAD: Readonly<Record<string, { readonly make: (file: string) => void; readonly says: string }>> = {
  'bytes.md': {
    make: (file) => fs.writeFileSync(file, Buffer.from('# Caf\xe9\n', 'latin1')),
    says: 'not UTF-8',
  },
  'empty.md': { make: (file) => fs.writeFileSync(file, ''), says: 'The file is empty.' },
  'picture.md': {
    make: (file) => fs.writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    says: 'The file is binary',
  },
  'huge.md': { make: (file) => sparse(file, 50_000_000), says: 'too large (50.0 MB' },
  'folder.md': { make: (file) => fs.mkdirSync(file), says: 'This is no file' },
  'loop.md': { make: (file) => fs.symlinkSync('loop.md', file), says: 'file' },
  'nowhere.md': { make: (file) => fs.symlinkSync('./not-there.md', file), says: 'file' },
  'pipe.md': { make: (file) => void execFileSync('mkfifo', [file]), says: 'This is no file' },
};

describe('Bad input', () => {
  const folder = makeFolder({ 'briefings/good.md': GOOD, 'briefings/hostile.md': HOSTILE });
  let window: Workbench;

  before(async () => {
    for (const [name, { make }] of Object.entries(BAD)) make(path.join(folder.path, 'briefings', name));
    // A folder that holds itself.
    fs.symlinkSync('.', path.join(folder.path, 'briefings', 'self'));
    window = await Workbench.open({
      version: NEWEST,
      folder: folder.path,
      settings: { 'briefings.showBundled': false },
      restricted: true,
    });
    await window.briefingsTab.click();
    await window.treeItem(/^Good news/).waitFor();
  });

  after(async () => {
    await window.close();
    folder.remove();
  });

  for (const [name, { says }] of Object.entries(BAD)) {
    it(`shows ${name} with its problem`, async () => {
      const row = window.treeItem(new RegExp(`${says.replace(/[.()]/g, '\\$&')}`));
      await row
        .filter({ hasText: new RegExp(name.replace(/\..*/, ''), 'i') })
        .first()
        .waitFor();
    });
  }

  it('hides nothing, in a folder that is not trusted', async () => {
    await window.screenshot('bad-input');
    await window.unfold(/^Good news/);
    await window.treeItem(/^Still here/).click();
    await window.card.getByRole('heading', { name: 'Still here' }).waitFor();
  });

  it('follows a file that becomes readable', async () => {
    fs.writeFileSync(path.join(folder.path, 'briefings', 'empty.md'), '# No longer empty\n');
    await window.treeItem(/^No longer empty/).waitFor();
  });

  it('shows hostile text as text: nothing runs, nothing is fetched, no dead scheme is a link', async () => {
    await window.treeItem(/Official/).click();
    await window.treeItem(/^Fine/).click();
    await window.card.getByRole('heading', { name: 'Fine' }).waitFor();
    await window.page.keyboard.press('f');
    await window.reader.locator('.whole').waitFor();
    await window.page.waitForTimeout(500);
    await window.screenshot('hostile');
    const links = await window.reader
      .locator('a')
      .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
    assert.deepEqual(links, ['https://source.example/a']);
    const strange = await window.reader
      .locator('body')
      .evaluate(() => document.querySelectorAll('main :is(img, script, style, svg, iframe)').length);
    assert.equal(strange, 0);
    assert.deepEqual(window.dialogs, []);
    assert.deepEqual(window.requests, []);
  });

  it('writes what is wrong into its log channel', async () => {
    await window.run('Output: Show Output Channels', true);
    await window.page.keyboard.type('Briefing Reader');
    await window.choose('Briefing Reader');
    await window.page.locator('.part.panel .view-lines', { hasText: 'tooLarge' }).waitFor();
    await window.run('View: Close Panel').catch(() => window.run('View: Toggle Panel Visibility'));
  });

  it('says what is wrong with a file that is to be read', async () => {
    await window.page.keyboard.press('Control+Shift+E');
    await window.treeItem('huge.md').click({ button: 'right' });
    await window.page.getByRole('menuitem', { name: 'Read as Briefing' }).click();
    const messages = await window.reader
      .getByRole('status')
      .innerText()
      .catch(() => '');
    const said = [messages, ...(await window.notifications())].join(' ');
    assert.match(said, /huge\.md: The file is too large \(50\.0 MB; the limit is 2 MB\)\./);
  });

  it('has left every file as it was', () => {
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings/good.md'), 'utf8'), GOOD);
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings/hostile.md'), 'utf8'), HOSTILE);
    assert.equal(fs.statSync(path.join(folder.path, 'briefings/huge.md')).size, 50_000_000);
  });
});

/** A file of a size that takes no room on the disk. */
function sparse(file: string, size: number): void {
  fs.writeFileSync(file, '# Huge\n');
  fs.truncateSync(file, size);
}
