import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../support/folder.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PICTURES = `# Pictures

## Highlights

- **Three of them:** ![near](near.png) ![far](linked/far.png) ![link](link.png) ![web](https://web.example/p.png)
`;
/** Globs that never end in a matcher that backtracks. */
const GLOBS = ['briefings/+(*)b', `**/${'*a'.repeat(12)}b`];
const LONG = `briefings/${'a'.repeat(60)}.md`;

/* A hostile folder: its settings and links point to more than what is in it. */
for (const host of someOf(['node', 'web'] as const))
  describe(`An untrusted folder, in the ${host} extension host`, () => {
    let window: Workbench;
    const outside = makeFolder({
      'diary.md': '# Diary\n\n- Nobody is to read this.\n',
      'far.png': Buffer.from(PIXEL, 'base64'),
    });
    const link = (name: string, target = outside.path) => {
      fs.symlinkSync(target, path.join(folder.path, name));
    };
    const write = (name: string, text: string) => {
      fs.writeFileSync(path.join(folder.path, name), text);
    };

    before(() => {
      link('briefings/linked');
      link('briefings/link.png', path.join(outside.path, 'far.png'));
    });

    after(() => {
      outside.remove();
    });

    const files = {
      'briefings/pictures.md': PICTURES,
      'briefings/near.png': Buffer.from(PIXEL, 'base64'),
      [LONG]: '# A long name\n\n- All the same.\n',
      'notes/private.md': '# Private notes\n\n- Not among the briefings.\n',
      'node_modules/briefings/package.md': '# A package\n\n- Left out.\n',
      '.vscode/settings.json': JSON.stringify({
        'briefings.include': [...GLOBS, '**/*.md'],
        'briefings.exclude': GLOBS,
        'briefings.folders': [outside.path],
        'briefings.reader.images': 'all',
      }),
    };
    const settings = { 'briefings.showBundled': false };
    const folder = useWindow({ files, settings, restricted: true, host }, async (opened) => {
      window = opened;
      await window.showSidebar();
      await window.treeItem(/^Pictures/).waitFor();
    });

    /** The briefings in the sidebar. */
    async function briefings(): Promise<readonly string[]> {
      const rows = window.page.locator('.sidebar [role=treeitem]');
      const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
      return labels
        .map((label) => label.replace(/,.*$/s, ''))
        .filter((label) => !/^(?:New|No Date|Today|\d)/.test(label));
    }

    it('lists its briefings, and nothing that its settings and links point to', async () => {
      await window.treeItem(/^A long name/).waitFor();
      assert.deepEqual((await briefings()).toSorted(), ['A long name', 'Pictures']);
    });

    it('lists nothing of a folder that it links to later', async () => {
      link('briefings/later');
      write('briefings/after.md', '# After\n\n- It was heard of.\n');
      await window.treeItem(/^After/).waitFor();
      fs.writeFileSync(path.join(outside.path, 'diary.md'), '# Diary\n\n- It has changed.\n');
      write('briefings/after.md', '# After that\n\n- It was heard of too.\n');
      await window.treeItem(/^After that/).waitFor();
      assert.deepEqual((await briefings()).toSorted(), ['A long name', 'After that', 'Pictures']);
    });

    it('shows only its own images, and requests none from another machine', async () => {
      await window.unfold(/^Pictures/);
      await window.treeItem(/^Three of them/).click();
      await window.card.getByRole('heading', { name: 'Three of them' }).waitFor();
      await window.card.locator('img').first().waitFor();
      const shown = await window.card
        .locator('img')
        .evaluateAll((all) => all.map((image) => image.getAttribute('src')?.replace(/^.*\//, '')));
      assert.deepEqual([shown, window.requests], [['near.png'], []]);
    });
  });
