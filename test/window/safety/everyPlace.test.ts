import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../../support/paths.ts';
import { makeFolder } from '../support/folder.ts';
import { useWindow } from '../support/useWindow.ts';
import type { Workbench } from '../workbench.ts';
import { someOf } from '../../support/sample.ts';

/** A briefing with its first two takeaways, of which the second has a source of its own. */
interface Briefing {
  readonly title: string;
  readonly first: string;
  readonly second: string;
  readonly source: string;
}

const written = ({ title, first, second, source }: Briefing) =>
  `# ${title}\n\n## Highlights\n\n- **${first}:** It is so.\n- **${second}:** It is. ([notice](${source}))\n`;

const HARBOUR: Briefing = {
  title: 'Harbour report',
  first: 'North quay',
  second: 'Tugs',
  source: 'https://port.example/tugs',
};
const FERRY: Briefing = {
  title: 'Ferry report',
  first: 'Day ferry',
  second: 'Night ferry',
  source: 'https://ferry.example/night',
};
/** These two are in the folder of test/fixtures/memoryFolder. */
const TIDE: Briefing = {
  title: 'Tide report',
  first: 'High water',
  second: 'Low water',
  source: 'https://tide.example/six',
};
const PIER: Briefing = {
  title: 'Pier report',
  first: 'East pier',
  second: 'West pier',
  source: 'https://pier.example/west',
};
/** This one comes with the extension. */
const TALKS: Briefing = {
  title: 'Ukraine',
  first: 'U.S. Agrees Twice',
  second: 'Talks with Putin',
  source: 'https://cgtn.com/',
};

interface Place {
  readonly name: string;
  /** The query of the window’s address. */
  readonly query: (folder: string) => Readonly<Record<string, string>>;
  /** The root folders in the explorer, for a multi-root workspace. */
  readonly roots: readonly string[];
  readonly found: readonly Briefing[];
  /** The briefings of the trusted folder, including those that only its own settings find. */
  readonly trusted: readonly Briefing[];
}

const PLACES: readonly Place[] = [
  {
    name: 'A folder on a disk',
    query: (folder) => ({ folder: path.join(folder, 'disk') }),
    roots: [],
    found: [HARBOUR],
    trusted: [FERRY],
  },
  {
    name: 'A folder of a virtual file system',
    query: () => ({ folder: 'vscode-vfs://memory/news' }),
    roots: [],
    found: [TIDE],
    trusted: [PIER],
  },
  {
    name: 'A workspace of two folders, one on a disk and one of a virtual file system',
    query: (folder) => ({ workspace: path.join(folder, 'both.code-workspace') }),
    roots: ['disk', 'news'],
    found: [HARBOUR, TIDE],
    trusted: [FERRY, PIER],
  },
  { name: 'No folder', query: () => ({ ew: 'true' }), roots: [], found: [TALKS], trusted: [TALKS] },
];

for (const host of someOf(['node', 'web'] as const))
  describe(`Wherever briefings are, in the ${host} extension host`, () => {
    let window: Workbench;
    const own = JSON.stringify({ 'briefings.include': ['**/*.md'] });
    const files = {
      'disk/briefings/harbour.md': written(HARBOUR),
      'disk/elsewhere/ferry.md': written(FERRY),
      'disk/.vscode/settings.json': own,
      'both.code-workspace': JSON.stringify({
        folders: [{ path: 'disk' }, { uri: 'vscode-vfs://memory/news' }],
        settings: JSON.parse(own) as unknown,
      }),
      'empty/.gitkeep': '',
    };
    const extensions = makeFolder(
      Object.fromEntries(
        ['package.json', 'extension.js'].map((name) => [
          `tests.memory-folder-0.0.1/${name}`,
          fs.readFileSync(path.join(REPO, 'test', 'fixtures', 'memoryFolder', name)),
        ]),
      ),
    );
    const folder = useWindow(
      {
        files,
        inside: 'empty',
        host,
        restricted: true,
        extensions: extensions.path,
        settings: { 'briefings.markRead': 'manual', 'security.workspace.trust.emptyWindow': false },
      },
      (opened) => {
        window = opened;
      },
    );

    after(() => {
      extensions.remove();
    });

    it('an empty view in Restricted Mode says what is not available there', async () => {
      const welcome = window.page.locator('.sidebar .welcome-view');
      await window.showSidebar();
      await window.configure({ 'briefings.showBundled': false }, welcome.getByText(/^In Restricted Mode/));
      await welcome.getByRole('button', { name: 'Manage Workspace Trust' }).click();
      await window.page.locator('.workspace-trust-editor').waitFor();
    });

    for (const { name, query, roots, found, trusted } of PLACES)
      describe(name, () => {
        before(async () => {
          await window.goTo(query(folder.path));
          if (roots.length > 0) await openFolders(window, roots);
          await window.showSidebar();
        });

        it('is read in Restricted Mode', async () => {
          await window.page.getByRole('button', { name: 'Restricted Mode' }).first().waitFor();
          await readAll(window, found);
          for (const briefing of trusted.filter((one) => !found.includes(one)))
            assert.equal(await window.treeItem(briefing.title).count(), 0, briefing.title);
        });

        it('is read when it is trusted, and its own settings apply', async () => {
          await window.run('Workspaces: Manage Workspace Trust');
          await window.page
            .locator('.workspace-trust-editor')
            .getByRole('button', { name: 'Trust' })
            .first()
            .click();
          await readAll(window, trusted);
        });
      });
  });

/**
 * Waits until the explorer has the root folders. On a busy machine, VS Code in the browser can open a
 * workspace without any, and never retries: a person then reloads the window.
 */
async function openFolders(window: Workbench, names: readonly string[]): Promise<void> {
  const rows = window.page.locator('.explorer-viewlet').getByRole('treeitem');
  for (let attempt = 1; ; attempt++) {
    await window.run('View: Show Explorer');
    try {
      for (const name of names) await rows.filter({ hasText: name }).first().waitFor({ timeout: 10_000 });
      return;
    } catch (error) {
      if (attempt === 3) throw error;
      await window.reload();
    }
  }
}

/** Waits for all rows first: one that comes later would move those below it away from a click. */
async function readAll(window: Workbench, briefings: readonly Briefing[]): Promise<void> {
  for (const { title } of briefings)
    await window
      .treeItem(new RegExp(`^${title}`))
      .first()
      .waitFor();
  for (const briefing of briefings) await readThrough(window, briefing);
}

/**
 * Finds a briefing, opens it, goes on, marks it, opens its source and its file, and returns to where reading
 * stopped.
 */
async function readThrough(window: Workbench, { title, first, second, source }: Briefing): Promise<void> {
  const row = window.treeItem(new RegExp(`^${title}`));
  await window.closeEditors();
  await window.unfold(new RegExp(`^${title}`));
  await window.treeItem(new RegExp(`^${first}`)).click();
  await window.card.getByRole('heading', { name: first }).waitFor();
  await window.reader.locator('.card:focus').waitFor();
  await window.page.keyboard.press('j');
  await window.card.getByRole('heading', { name: second }).waitFor();
  await window.page.keyboard.press('m');
  await window.treeItem(new RegExp(`^${second}.*, read`)).waitFor();
  await window.page.keyboard.press('m');
  await window.treeItem(new RegExp(`^${second}.*, unread`)).waitFor();
  assert.equal(await window.leaving(() => window.page.keyboard.press('o')), source);
  await window.run('Briefings: Open Source File');
  await window.page.locator('.editor-instance .view-lines', { hasText: second }).waitFor();
  await window.closeEditors();
  await window.chooseFor(row, /^Open$/);
  await window.card.getByRole('heading', { name: second }).waitFor();
}
