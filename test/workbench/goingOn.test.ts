import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { briefingKey } from '../../src/briefing/text/wordsKey.ts';
import { DEFAULT_OPTIONS } from '../../src/library/tree/grouping.ts';
import { takeawaysIn } from '../../src/briefing/briefingContents.ts';
import { itemKeys, keysOf } from '../../src/library/outline.ts';
import { MARKED, removeMarked, saidBy, TEXT, unreadLibrary } from './support/marking.ts';
import { file, nodeAt, parts, run, until, writeAndHear } from './support/parts.ts';

describe('Mark Briefing as Read and Go On', () => {
  before(async () => {
    const { library } = await parts();
    await vscode.workspace.getConfiguration('briefings').update('markRead', 'manual');
    await writeAndHear(MARKED, `${TEXT}\n## Notes\n\nText that belongs to no list.\n`);
    await until('the briefing', () => library.get(MARKED.toString()));
  });

  beforeEach(unreadLibrary);

  after(removeMarked);

  it('marks everything, opens the next unread item, says so, and can be undone', async () => {
    const { readers, readingLog } = await parts();
    await run('openBriefing', MARKED);
    const all = keysOf(readers.requireCurrent().content.briefing);
    assert.equal(all.length, 4);
    await readingLog.markRead(all.slice(1, 2));
    const said = await saidBy(readers, () => run('finishBriefing'));
    assert.deepEqual(said, ['“Marked” is marked as read. Press z to undo.']);
    assert.ok(all.every((key) => readingLog.isRead(key)));
    assert.notEqual(readers.location?.uri, MARKED.toString());
    assert.ok(readers.item && !readingLog.isRead(readers.item.key));
    await run('undoMarkAsRead');
    assert.deepEqual(
      all.map((key) => readingLog.isRead(key)),
      [false, true, false, false],
      'what was read before stays so',
    );
    assert.equal(readers.location?.uri, MARKED.toString(), 'it leads back');
  });

  it('alone leads back: undoing a mark in another briefing names it, and stays', async () => {
    const { readers, readingLog } = await parts();
    await run('openBriefing', MARKED);
    const { uri, briefing } = readers.requireCurrent().content;
    const [item] = itemsIn(briefing);
    await readingLog.markRead([item?.key ?? '']);
    await run('nextBriefing');
    const other = readers.location?.uri;
    assert.notEqual(other, uri);
    const said = await saidBy(readers, () => run('undoMarkAsRead'));
    assert.deepEqual(said, ['“One” in “Marked” is marked as unread again.']);
    assert.equal(readers.location?.uri, other);
  });

  it('stays and says so if everything else is read', async () => {
    const { readers, readingLog, library } = await parts();
    await run('openBriefing', MARKED);
    const others = [...library.entries].flatMap((entry) =>
      entry.kind === 'briefing' && entry.uri !== MARKED.toString() ? itemKeys(entry.outline) : [],
    );
    await readingLog.markRead(others);
    const said = await saidBy(readers, () => run('finishBriefing'));
    assert.deepEqual(said, [
      '“Marked” is marked as read. Press z to undo. Everything in the sidebar is read.',
    ]);
    assert.equal(readers.location?.uri, MARKED.toString());
    await readingLog.markRead(others, false);
  });
});

describe('Continue Reading and Next Unread', () => {
  afterEach(async () => {
    const { options } = await parts();
    options.set(DEFAULT_OPTIONS);
  });

  before(() => vscode.workspace.getConfiguration('briefings').update('markRead', 'manual'));

  after(async () => {
    await vscode.workspace.getConfiguration('briefings').update('markRead', undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('return to the last takeaway after the reader was closed', async () => {
    const { readers } = await parts();
    const harbour = file('briefings/2026-03-02-harbour-report.md');
    const { library } = await parts();
    const opened = await library.open(harbour.toString());
    assert.ok(opened?.kind === 'briefing');
    const second = takeawaysIn(opened.briefing.sections)[1];
    assert.ok(second);
    await run('openTakeaway', await nodeAt(harbour, second.id));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.location === undefined);
    await run('continueReading');
    assert.equal(readers.location?.id, second.id);
    // The next briefing leaves the library.
    const gone = file('briefings/gone.md');
    await writeAndHear(gone, '# Gone\n\n- **One:** A.\n- **Two:** B.\n');
    await run('openBriefing', gone);
    await run('nextTakeaway');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(gone);
    await until('its end', () => !library.get(gone.toString()));
    await until('no reader', () => readers.location === undefined);
    await run('continueReading');
    assert.equal(readers.location.id, second.id);
  });

  it('return to words whose title and file were both changed', async () => {
    const { readers, readingLog, library } = await parts();
    const [old, renamed] = [file('briefings/old-name.md'), file('briefings/new-name.md')];
    const items = '\n- **Quay:** It is shut.\n- **Pier:** It is open.\n- **Bridge:** It is late.\n';
    await writeAndHear(old, `# Old name\n${items}`);
    await run('openBriefing', old);
    await run('nextTakeaway');
    const { briefing } = readers.requireCurrent().content;
    const [first, second] = itemsIn(briefing);
    await readingLog.markRead([first?.key ?? '']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.location === undefined);
    await vscode.workspace.fs.delete(old);
    await until('its end', () => !library.get(old.toString()));
    await writeAndHear(renamed, `# New name\n${items}`);
    // A page that has just been opened may still have reported the item that it began with.
    await readingLog.stopAt(briefingKey(briefing), { item: second?.key ?? '', number: 1, offset: 0 });
    await run('continueReading');
    assert.equal(readers.location?.uri, renamed.toString());
    assert.equal(readers.item?.key, second?.key);
    await vscode.workspace.fs.delete(renamed);
    await until('its end', () => !library.get(renamed.toString()));
  });

  it('go through unread items in the order shown, across briefings', async () => {
    const { readers, tree, readingLog, options } = await unreadLibrary();
    options.set({ filter: 'unread', grouping: 'none' });
    const all = tree.groups
      .flatMap(({ entries }) => entries)
      .flatMap((entry) =>
        entry.kind === 'briefing' ? itemKeys(entry.outline).map((key) => ({ key, uri: entry.uri })) : [],
      );
    // Two of three are read already, and have to be left out.
    const order = all.filter((_, i) => i % 3 === 0);
    await readingLog.markRead(all.filter((_, i) => i % 3 !== 0).map(({ key }) => key));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.location === undefined);
    const seen: typeof order = [];
    while (seen.length < order.length) {
      await run('nextUnread');
      const { item, content } = readers.requireCurrent();
      const [whole = ''] = keysOf(content.briefing);
      seen.push({ key: item?.key ?? whole, uri: content.uri });
      await (item ? readingLog.markRead([item.key]) : run('markAsRead'));
    }
    assert.deepEqual(seen, order);
    await run('nextUnread');
    assert.equal(readers.location?.uri, seen.at(-1)?.uri, 'there is nothing left');
  });
});
