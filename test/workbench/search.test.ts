import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SearchNode } from '../../src/library/tree/nodes.ts';
import type { ResultRow } from '../../src/workbench/search/resultRows.ts';
import { resultRow, resultRows } from '../../src/workbench/search/resultRows.ts';
import type { Hit } from '../../src/search/search.ts';
import { Finder } from '../../src/workbench/search/finder.ts';
import { openResult } from '../../src/workbench/commands/openResult.ts';
import {
  forgetReading,
  file,
  HARBOUR,
  label,
  parts,
  run,
  takeawayNode,
  until,
  uriOf,
  writeAndHear,
} from './support/parts.ts';

const SAVED = 'briefings.savedSearches';

describe('The search', () => {
  const saved = () => vscode.workspace.getConfiguration();

  before(async () => {
    const { searches } = await parts();
    await searches.finder.index.complete();
  });

  after(forgetReading);

  afterEach(async () => {
    await saved().update(SAVED, undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function rows(query: string): Promise<ResultRow[]> {
    const { searches, readingLog } = await parts();
    return searches.finder.find(query, 20).hits.map((hit) => resultRow(hit, readingLog));
  }

  it('shows its results with where they are', async () => {
    const [row] = await rows('harbour tugs');
    assert.match(row?.label ?? '', /^\$\([\w-]+\) Tugs$/);
    assert.match(row?.description ?? '', /^Harbour report · Mar 2/);
    assert.equal(row?.detail, 'Two of four are back in service.');
  });

  it('does not show words of an item without a label twice', async () => {
    const { searches, readingLog } = await parts();
    const [hit] = searches.finder.find('two of four ', 5).hits;
    assert.ok(hit);
    const rowOf = (text: string) => resultRow({ ...hit, item: { ...hit.item, title: '', text } }, readingLog);
    const short = rowOf('Two of four are back.');
    assert.match(short.label, /\) Two of four are back\.$/);
    assert.equal(short.detail, undefined);
    const long = rowOf(
      `Two of four are back, ${'and the others follow when the fog has gone, '.repeat(3)}so.`,
    );
    assert.match(long.label, /\) Two of four are back, .* …$/);
    assert.match(long.detail ?? '', /^… (?!Two of four)/);
  });

  it('tells results in briefings with the same title and date apart by their files', async () => {
    const { searches, readingLog } = await parts();
    const [hit] = searches.finder.find('harbour tugs', 5).hits;
    assert.ok(hit);
    const uri = hit.entry.uri.replace(/[^/]*$/, 'copy.md');
    const twins = [hit, { ...hit, entry: { ...hit.entry, uri } }];
    const [one, other] = resultRows(twins, 'harbour tugs', readingLog);
    assert.match(one?.description ?? '', /-harbour-report\.md · Harbour report · Mar 2/);
    assert.match(other?.description ?? '', /^copy\.md · Harbour report · Mar 2/);
  });

  async function open(hit: Hit): Promise<void> {
    const { library, ...others } = await parts();
    const openBriefing = (uri: vscode.Uri) => library.open(uri.toString());
    const context = { ...others, library, openBriefing };
    await openResult(context as unknown as Parameters<typeof openResult>[0], hit, {});
  }

  it('opens a result at its place', async () => {
    const { readers, searches } = await parts();
    const { hits } = searches.finder.find('two of four ', 5);
    const [hit] = hits;
    assert.ok(hit);
    await open(hit);
    assert.equal(label(readers), 'Tugs');
    assert.equal(uriOf(readers), file(HARBOUR).toString());
  });

  it('opens an uncited source at the list that has it', async () => {
    const { readers, searches } = await parts();
    const uri = file('briefings/2026-03-06-lists.md');
    const list = (at: number) =>
      `## Ships ${at}\n\n- **Tug ${at}:** Back.\n\n### Sources\n\n- Wombat Gazette — [Story ${at}](https://port.example/${at})\n\n`;
    await writeAndHear(uri, `# Lists\n\n${list(1)}${list(2)}`);
    const hit = await until('the source', () =>
      searches.finder.find('wombat "story 1"', 5).hits.find(({ item }) => item.kind === 'reference'),
    );
    await open(hit);
    const { briefing, landmark } = readers.requireCurrent().content;
    const first = briefing.sections.flatMap(({ sections }) => sections)[0];
    assert.equal(first?.kind, 'references');
    assert.equal(landmark?.id, first.id);
    await vscode.workspace.fs.delete(uri);
  });

  it('follows a file that is written', async () => {
    const uri = file('briefings/2026-03-05-search.md');
    await writeAndHear(uri, '# Searched\n\n- A quokka was seen.\n');
    await until('the words', async () => (await rows('quokka ')).length === 1);
    await vscode.workspace.fs.delete(uri);
    await until('no words', async () => (await rows('quokka ')).length === 0);
  });

  it('can be saved in the sidebar, with current results', async () => {
    const { searches, tree, readingLog } = await parts();
    await searches.savedSearches.save({ name: 'Boats', query: 'tugs' });
    const node = await until('the search in the sidebar', async () => {
      const [first] = await tree.getChildren();
      return first?.kind === 'search' && first.count !== undefined ? first : undefined;
    });
    assert.equal(tree.getTreeItem(node).description, '1');
    const found = await tree.getChildren(node);
    assert.deepEqual(
      found.map((one) => (one.kind === 'found' ? one.title : one.kind)),
      ['Tugs'],
    );
    assert.equal(found[0] && tree.getParent(found[0]), node);
    const [takeaway] = found;
    assert.ok(takeaway?.kind === 'found');
    await searches.savedSearches.save({ name: 'Boats', query: 'tugs is:unread' });
    await readingLog.markRead([takeaway.key], false);
    const unread = (count: number) => async () => {
      const [first] = await tree.getChildren();
      return first?.kind === 'search' && first.query.includes('unread') && first.count === count
        ? first
        : undefined;
    };
    const other = await until('it is unread', unread(1));
    await readingLog.markRead([takeaway.key]);
    await until('it is read', unread(0));
    await readingLog.markRead([takeaway.key], false);
    await run('removeSearch', other satisfies SearchNode);
    await until('no search', async () => (await tree.getChildren())[0]?.kind !== 'search');
  });

  it('ignores invalid settings', async () => {
    const { searches } = await parts();
    const nonsense = ['x', null, { name: 'A' }, { name: ' ', query: 'b' }, { name: 'B', query: 'c' }];
    await saved().update(SAVED, nonsense, vscode.ConfigurationTarget.Global);
    await until('one', () => searches.savedSearches.all.length === 1);
    assert.deepEqual(searches.savedSearches.all, [{ name: 'B', query: 'c' }]);
  });

  it('can be saved while there is room, and says so if there is none', async () => {
    const { searches } = await parts();
    const many = Array.from({ length: 50 }, (_, i) => ({ name: `Search ${i}`, query: 'tugs' }));
    await saved().update(SAVED, many, vscode.ConfigurationTarget.Global);
    await until('all', () => searches.savedSearches.all.length === many.length);
    await assert.rejects(
      searches.savedSearches.save({ name: 'One more', query: 'fog' }),
      /already 50 saved searches/,
    );
    assert.deepEqual(saved().get(SAVED), many);
    await searches.savedSearches.save({ name: 'Search 0', query: 'fog' });
    assert.deepEqual(searches.savedSearches.all.at(-1), { name: 'Search 0', query: 'fog' });
    // Additional searches in the settings are not shown, but are kept.
    const more = [...many, { name: 'By hand', query: 'fog' }];
    await saved().update(SAVED, more, vscode.ConfigurationTarget.Global);
    await searches.savedSearches.remove('Search 0');
    assert.deepEqual(searches.savedSearches.all.at(-1)?.name, 'By hand');
  });

  it('updates as one types, and Enter opens a result', async () => {
    const { readers } = await parts();
    const asked = run('search', 'fog after midnight ');
    await until('the reader', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return readers.item?.text.startsWith('Fog is expected');
    });
    await asked;
  });

  it('shows which words are missing if no item has all, and Enter opens the first result', async () => {
    const { readers, searches, readingLog } = await parts();
    const query = 'Zeppelin fog after midnight ';
    const [note, separator, first] = resultRows(
      searches.finder.findPartial(query, 20).hits,
      query,
      readingLog,
    );
    assert.equal(note?.label, '$(info) No result contains all words.');
    assert.equal(separator?.label, 'Without: Zeppelin');
    assert.match(first?.detail ?? first?.label ?? '', /Fog is expected/);
    assert.deepEqual(searches.finder.find(query, 20).hits, [], 'a saved search counts what has all words');
    const asked = run('search', query);
    await until('the reader', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return readers.item?.text.startsWith('Fog is expected');
    });
    await asked;
  });

  it('does not call a word missing while briefings are still being indexed', async () => {
    const { searches, readingLog } = await parts();
    const { index } = searches.finder;
    const waiting = new Proxy(index, {
      get: (target, key): unknown => (key === 'pendingCount' ? 1 : Reflect.get(target, key)),
    });
    const finder = new Finder(waiting, readingLog);
    assert.deepEqual(finder.findPartial('Zeppelin fog after midnight ', 20).hits, []);
    assert.equal(finder.findPartial('fog after midnight ', 20).hits.length, 1);
  });

  it('opens to the side with its second key', async () => {
    const { readers } = await parts();
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const asked = run('search', 'fog after midnight ');
    await until('another reader', async () => {
      await run('searchOpenToSide');
      return readers.all.length === 2;
    });
    await asked;
    assert.match(readers.item?.text ?? '', /^Fog/);
  });
});

describe('The API', () => {
  it('lists, parses, searches and fires changes', async () => {
    const api = await parts();
    assert.deepEqual([api.version, api.minor], [1, 1]);
    const info = (await api.listBriefings()).find(({ title }) => title === 'Harbour report');
    assert.equal(info?.date, '2026-03-02');
    assert.deepEqual([info.takeaways, info.items], [5, 7]);
    assert.equal(api.parse('# A\n\n- B', 'a.md').title, 'A');
    const [result] = await api.search('harbour tugs', { limit: 1 });
    assert.equal(result?.briefing, 'Harbour report');
    assert.equal(result.title, 'Tugs');
    const [passage] = await api.search('marta dawn', { limit: 1 });
    assert.equal(passage?.kind, 'passage');
    assert.equal(passage.title, 'Ships in port');
    assert.match(passage.key ?? '', /^[\w-]{12}$/);
    for (const query of ['', '"', '-', '.*(', 'x'.repeat(10_000)])
      assert.deepEqual(await api.search(query), [], query);
    const uri = file('briefings/api.md');
    const changes: string[] = [];
    const listener = api.onDidChange((uris) => changes.push(...uris));
    await writeAndHear(uri, '# One\n\n- Two\n');
    await until('the change', () => changes.includes(uri.toString()));
    listener.dispose();
    await vscode.workspace.fs.delete(uri);
  });
});
