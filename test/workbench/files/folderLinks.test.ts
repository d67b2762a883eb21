import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { walk } from '../../../src/workbench/sources/findBriefings.ts';
import { RealFolders } from '../../../src/workbench/sources/realFolders.ts';
import { file, HARBOUR, parts, until, write } from '../support/parts.ts';

const { fs } = vscode.workspace;

/* The content of the link targets: see test/support/suite/testWorkspace.ts. */
const SECRET = 'xylophone';

/** Where the library, its search and the tools of assistants reveal the diary. */
async function leaks(): Promise<readonly string[]> {
  const { library, searches } = await parts();
  await library.refresh();
  const { finder } = searches;
  await finder.index.complete();
  return [
    ...[...library.entries].filter((entry) => JSON.stringify(entry).includes('Diary')).map(({ uri }) => uri),
    ...finder.find(SECRET, 10).hits.map(({ entry }) => entry.uri),
    ...(/diary/i.exec(await told(SECRET)) ?? []),
  ];
}

/** What an assistant gets, or ''. */
async function told(query: string): Promise<string> {
  const asked = vscode.lm.invokeTool('briefings_search', {
    input: { query },
    toolInvocationToken: undefined,
  });
  const { content } = await asked.then(undefined, () => ({ content: [] }));
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

describe('A link to a folder outside', () => {
  it('is not followed at the start', async () => {
    const { library } = await parts();
    // Checks the test itself: the link does lead there, and a tool returns what it finds.
    assert.match(new TextDecoder().decode(await fs.readFile(file('briefings/linked/diary.md'))), /Xylophone/);
    assert.ok(library.get(file(HARBOUR).toString()));
    assert.match(await told('harbour'), /Harbour/);
    assert.deepEqual(await leaks(), []);
  });

  it('is noticed and not followed where folders are listed one by one, so that the search can be stopped', async () => {
    let links = 0;
    const found = await walk(file('briefings'), {
      isWanted: ({ path }) => path.endsWith('.md'),
      isExcluded: () => false,
      onLink: () => links++,
    });
    assert.ok(found.map(String).includes(file(HARBOUR).toString()));
    assert.ok(!found.map(String).includes(file('briefings/linked/diary.md').toString()));
    assert.ok(links > 0);
  });

  it('is not followed when it is created', async () => {
    const { library } = await parts();
    await fs.rename(file('links/later'), file('briefings/later'));
    await write(file('briefings/after.md'), '# After\n');
    await until('what comes after it', () => library.get(file('briefings/after.md').toString()));
    assert.deepEqual(await leaks(), []);
    await write(file('briefings/later/diary.md'), '# Diary\n\n- **Xylophone:** it changes.\n');
    await fs.delete(file('briefings/after.md'));
    await until('the next change', () => !library.get(file('briefings/after.md').toString()));
    assert.deepEqual(await leaks(), []);
    await fs.rename(file('briefings/later'), file('links/later'));
  });

  it('is not followed when it replaces a folder of briefings', async () => {
    const { library } = await parts();
    const diary = file('briefings/turned/diary.md').toString();
    await write(file('briefings/turned/diary.md'), '# Nothing secret\n');
    await until('the file', () => library.get(diary)?.kind === 'briefing');
    await fs.rename(file('briefings/turned'), file('links/was'));
    await fs.rename(file('links/turned'), file('briefings/turned'));
    await until('its end', () => !library.get(diary));
    assert.deepEqual(await leaks(), []);
    await fs.rename(file('briefings/turned'), file('links/turned'));
    await fs.delete(file('links/was'), { recursive: true });
  });

  it('is not followed inside a folder of the user, which may itself be a link', async () => {
    const own = vscode.Uri.joinPath(file('.'), '..', `linked-${Date.now()}`);
    const inner = vscode.Uri.joinPath(own, 'inner');
    const settings = vscode.workspace.getConfiguration('briefings');
    const { library } = await parts();
    const set = (...uris: readonly vscode.Uri[]) =>
      settings.update(
        'folders',
        uris.map((uri) => (uri.scheme === 'file' ? uri.fsPath : uri.toString())),
        vscode.ConfigurationTarget.Global,
      );
    await write(vscode.Uri.joinPath(own, 'mine.md'), '# Mine\n');
    await fs.rename(file('links/own'), inner);
    try {
      await set(own);
      await until('one’s own', () => library.get(vscode.Uri.joinPath(own, 'mine.md').toString()));
      assert.deepEqual(await leaks(), []);
      await set(inner);
      const diary = vscode.Uri.joinPath(inner, 'diary.md').toString();
      await until('what one has chosen', () => library.get(diary)?.kind === 'briefing');
      // The link in the workspace to the same folder is still not followed.
      assert.equal(library.get(file('briefings/linked/diary.md').toString()), undefined);
    } finally {
      await settings.update('folders', undefined, vscode.ConfigurationTarget.Global);
      await fs.rename(inner, file('links/own'));
      await fs.delete(own, { recursive: true });
    }
    await until('its end', async () => (await leaks()).length === 0);
  });
});

describe('The real location of files', () => {
  const real = new RealFolders();
  const at = (path: string) => file(path).toString();
  const root = at('').replace(/\/$/, '');

  it('is found for many files', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => at(`briefings/team/${i}.md`));
    const behind = Array.from({ length: 10_000 }, (_, i) => at(`briefings/linked/${i}.md`));
    assert.deepEqual(await real.filterReal(root, [...behind, ...many]), many);
  });

  const cases: readonly (readonly [root: string, file: string, isHeld: boolean])[] = [
    [root, at('a.md'), true],
    [root, at('briefings/none/a.md'), true],
    [root, at('briefings/linked/deep/a.md'), false],
    [root, at('../a.md'), false],
    [at('briefings'), at('letter.md'), false],
    [at('briefings/linked'), at('briefings/linked/diary.md'), true],
  ];
  for (const [folder, one, isHeld] of cases)
    it(`is ${isHeld ? '' : 'not '}in ${folder.slice(root.length) || 'the root'} for ${one.slice(root.length)}`, async () => {
      assert.equal(await real.holds(folder, one), isHeld);
    });
});
