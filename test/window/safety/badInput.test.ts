import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';

const GOOD = '# Good news\n\n## Highlights\n\n- **Still here:** whatever lies beside it\n';

/* Text of our own: what an author who wants attention might write. */
const HOSTILE = `# <img src=x onerror=alert(1)> $(verified) Official

![pixel](https://pixel.example/p.gif) <script>alert(2)</script> <style>body{display:none}</style>

## Highlights

- **<svg onload=alert(3)>:** [click](javascript:alert(4)) [or](command:workbench.action.quit) [or](vscode://x.y/z)
- **Fine:** [a source](https://source.example/a) <iframe src="https://frame.example"></iframe>
`;

interface BadFile {
  readonly make: (file: string) => void;
  /** The text of its row in the sidebar. */
  readonly row: RegExp;
}

/** Broken files of every kind that a file system has. */
const BAD: Readonly<Record<string, BadFile>> = {
  'bytes.md': {
    make(file) {
      fs.writeFileSync(file, Buffer.from('# Caf\xe9\n', 'latin1'));
    },
    row: /^Café.*not valid UTF-8/,
  },
  'empty.md': {
    make(file) {
      fs.writeFileSync(file, '');
    },
    row: /^Empty.*There is nothing to read in this file\./,
  },
  'cut.briefing.json': {
    make(file) {
      fs.writeFileSync(
        file,
        '{ "title": "Cut", "stories": [{ "headline": "One", "body": "It stops." }, { "head',
      );
    },
    row: /^Cut.*The JSON ends too early\./,
  },
  'picture.md': {
    make(file) {
      fs.writeFileSync(file, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    },
    row: /^picture\.md.*The file is binary, not text\./,
  },
  'huge.md': {
    make(file) {
      // A size that takes no space on the disk.
      fs.writeFileSync(file, '# Huge\n');
      fs.truncateSync(file, 50_000_000);
    },
    row: /^huge\.md.*The file is too large \(50\.0 MB; the limit is 2 MB\)\./,
  },
  'folder.md': {
    make(file) {
      fs.mkdirSync(file);
    },
    row: /^folder\.md.*This file cannot be read\./,
  },
  'nowhere.md': {
    make(file) {
      fs.symlinkSync('./not-there.md', file);
    },
    row: /^nowhere\.md.*This file cannot be read\./,
  },
  'pipe.md': {
    make(file) {
      execFileSync('mkfifo', [file]);
    },
    row: /^pipe\.md.*This file cannot be read\./,
  },
};

describe('Bad input', () => {
  let window: Workbench;
  const files = { 'briefings/good.md': GOOD, 'briefings/hostile.md': HOSTILE };

  // Before the window is opened.
  before(() => {
    for (const [name, { make }] of Object.entries(BAD)) make(path.join(folder.path, 'briefings', name));
    // A link to its own folder, and a link to the whole disk.
    fs.symlinkSync('.', path.join(folder.path, 'briefings', 'self'));
    fs.symlinkSync('/', path.join(folder.path, 'briefings', 'disk'));
    // A link to a file elsewhere.
    fs.symlinkSync(path.join(REPO, 'README.md'), path.join(folder.path, 'briefings', 'elsewhere.md'));
  });

  const settings = { 'briefings.showBundled': false };
  const folder = useWindow({ files, settings, restricted: true }, async (opened) => {
    window = opened;
    await window.showSidebar();
    await window.treeItem(/^Good news/).waitFor();
  });

  for (const [name, { row }] of Object.entries(BAD)) {
    it(`shows ${name} with its problem`, async () => {
      await window.row(row).waitFor();
    });
  }

  it('follows no link out of the folder', async () => {
    await window.row(/^elsewhere\.md.*This is a symbolic link, which is not followed\./).waitFor();
    const rows = window.page.locator('.sidebar [role=treeitem]');
    const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
    assert.deepEqual(
      labels.filter((label) => label.startsWith('Briefing Reader')),
      [],
    );
  });

  // VS Code does not list a link to itself: it is known only from the event when it is created.
  it('shows a link that leads to itself with its problem', async () => {
    fs.symlinkSync('loop.md', path.join(folder.path, 'briefings', 'loop.md'));
    await window.row(/^loop\.md/).waitFor();
  });

  it('hides nothing in an untrusted folder', async () => {
    await window.screenshot('bad-input');
    await window.unfold(/^Good news/);
    await window.treeItem(/^Still here/).click();
    await window.card.getByRole('heading', { name: 'Still here' }).waitFor();
  });

  it('follows a file that becomes readable', async () => {
    fs.writeFileSync(path.join(folder.path, 'briefings', 'empty.md'), '# No longer empty\n');
    await window.treeItem(/^No longer empty/).waitFor();
  });

  it('shows hostile text as text: nothing runs, nothing is fetched, unsafe links are text', async () => {
    // The rows may be replaced just then, because a file has changed.
    await window.list(
      async () => {
        await window.unfold(/Official/);
        await window.treeItem(/^Fine/).click({ timeout: 5000 });
      },
      window.card.getByRole('heading', { name: 'Fine' }),
    );
    await window.page.keyboard.press('f');
    await window.reader.locator('.whole').waitFor();
    await window.page.waitForTimeout(500);
    await window.screenshot('hostile');
    const links = await window.reader
      .locator('a')
      .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href')))]);
    assert.deepEqual(links, ['https://pixel.example/p.gif', 'https://source.example/a']);
    const strange = await window.reader
      .locator('body')
      .evaluate(() => document.querySelectorAll('main :is(img, script, style, svg, iframe)').length);
    assert.equal(strange, 0);
    assert.deepEqual(window.dialogs, []);
    assert.deepEqual(window.requests, []);
  });

  it('is described in the log channel', async () => {
    await window.run('Output: Show Output Channels', true);
    await window.page.keyboard.type('Briefing Reader');
    await window.choose('Briefing Reader');
    await window.page.locator('.part.panel .view-lines', { hasText: 'tooLarge' }).waitFor();
    await window.page.keyboard.press('Control+J');
  });

  it('is explained when a broken file is opened', async () => {
    const row = window.treeItem(/^briefings$/);
    await window.list(() => window.run('View: Show Explorer'), row);
    await row.click();
    await window.chooseFor(window.treeItem(/^huge\.md$/), 'Read as Briefing');
    const sentence = 'huge.md: The file is too large (50.0 MB; the limit is 2 MB).';
    await window.reader.getByRole('status').getByText(sentence).waitFor();
  });

  it('says in the reader that a briefing was cut off at a limit', async () => {
    await window.showSidebar();
    await window.row(/^Cut/).click();
    await window.reader.locator('.fault', { hasText: 'only a part of the briefing is shown' }).waitFor();
  });

  it('leaves every file unchanged', () => {
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings/good.md'), 'utf8'), GOOD);
    assert.equal(fs.readFileSync(path.join(folder.path, 'briefings/hostile.md'), 'utf8'), HOSTILE);
    assert.equal(fs.statSync(path.join(folder.path, 'briefings/huge.md')).size, 50_000_000);
  });
});
