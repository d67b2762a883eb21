import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandContext } from '../../../src/workbench/commands/commandContext.ts';
import { goBack } from '../../../src/workbench/commands/moves.ts';
import { ReaderViews } from '../../../src/workbench/reader/readerViews.ts';
import { MemoryMemento } from '../support/memoryMemento.ts';
import { file, HARBOUR, label, parts, run, takeawayNode, until, writeAndHear } from '../support/parts.ts';

describe('Views and history', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('Go Back and Go Forward: follow what was read, across briefings, and skip what is gone', async () => {
    const { readers, library } = await parts();
    const uri = file('gone.briefing.md');
    await writeAndHear(uri, '# Gone\n\n## Highlights\n\n- **Nothing:** is left\n');
    await until('it is there', () => library.get(uri.toString()));
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('nextTakeaway');
    assert.equal(label(readers), 'Tugs');
    await run('openBriefing', uri);
    assert.equal(label(readers), 'Nothing');
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('goBack');
    assert.equal(label(readers), 'Nothing');
    await run('goBack');
    assert.equal(label(readers), 'Tugs');
    await run('goForward');
    await run('goForward');
    assert.equal(label(readers), 'North quay');
    await vscode.workspace.fs.delete(uri);
    await until('its end', () => !library.get(uri.toString()));
    await run('goBack');
    assert.equal(label(readers), 'Tugs');
    await run('goForward');
    assert.equal(label(readers), 'North quay');
    // At the end of the history, nothing changes.
    await run('goForward');
    assert.equal(label(readers), 'North quay');
  });

  it('Go Back is not confused by what is still shown while another briefing is read', async () => {
    const { readers, library, ...others } = await parts();
    const uri = file('first.briefing.md');
    await writeAndHear(uri, '# First\n\n## Highlights\n\n- **Lock:** opens\n');
    await until('it is there', () => library.get(uri.toString()));
    await run('openTakeaway', await takeawayNode(HARBOUR, 'Tugs'));
    await run('openBriefing', uri);
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    const openBriefing = async (wanted: vscode.Uri) => {
      readers.requireCurrent().move(1);
      return library.open(wanted.toString());
    };
    const context = { ...others, readers, library, openBriefing };
    await goBack(context as unknown as CommandContext, undefined);
    assert.equal(label(readers), 'Lock');
    await run('goBack');
    assert.equal(label(readers), 'Tugs');
    await run('goForward');
    await run('goForward');
    assert.equal(label(readers), 'North quay');
    await vscode.workspace.fs.delete(uri);
  });

  it('Go Back leads to a briefing that was opened in the whole view, too', async () => {
    const { readers } = await parts();
    const uri = file('tides.briefing.md');
    await writeAndHear(uri, '# Tides\n\n## Highlights\n\n- **High:** at noon\n');
    const wholly = () => readers.requireCurrent().content.uri === uri.toString() && readers.view === 'whole';
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await vscode.workspace.getConfiguration('briefings.reader').update('view', 'whole', true);
    await run('openBriefing', uri);
    assert.ok(wholly());
    await vscode.workspace.getConfiguration('briefings.reader').update('view', undefined, true);
    await run('openTakeaway', await takeawayNode(HARBOUR, 'North quay'));
    await run('goBack');
    assert.ok(wholly());
    await run('goBack');
    assert.equal(label(readers), 'North quay');
    await vscode.workspace.fs.delete(uri);
  });

  it('keep the view that was last chosen in any window', async () => {
    const { parse } = await parts();
    const [one, other] = ['# One', '# Other'].map((text) => parse(`${text}\n\n- a\n- b\n`, 'a.md'));
    assert.ok(one && other);
    const memento = new MemoryMemento();
    const [here, there] = [new ReaderViews(memento), new ReaderViews(memento)];
    const chosen = here.of(one) === 'whole' ? 'item' : 'whole';
    here.choose(one, chosen);
    there.choose(other, chosen);
    const next = new ReaderViews(memento);
    assert.deepEqual([next.of(one), next.of(other), here.of(other)], [chosen, chosen, chosen]);
  });

  it('show lists of links in the whole view and stories one at a time, unless chosen otherwise', async () => {
    const { readers } = await parts();
    const uri = file('links.md');
    const links = Array.from({ length: 12 }, (_, i) => `- [Ship number ${i}](https://port.example/${i})`);
    await writeAndHear(uri, ['# Ships of the week', '', '## Arrivals', '', ...links, ''].join('\n'));
    // Other tests may have chosen a view for their briefings.
    const stories = file('stories.md');
    await writeAndHear(
      stories,
      '# Stories of the week\n\n## Arrivals\n\n- **Ida:** came in\n- **Anna:** left\n',
    );
    await run('openBriefing', uri);
    assert.equal(readers.view, 'whole');
    await run('openBriefing', stories);
    assert.equal(readers.view, 'item');
    await run('openBriefing', uri);
    await run('showTakeaway');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no reader', () => readers.location === undefined);
    await run('openBriefing', uri);
    assert.equal(readers.view, 'item');
    await run('showWholeBriefing');
    const settings = vscode.workspace.getConfiguration('briefings.reader');
    await settings.update('view', 'whole', vscode.ConfigurationTarget.Workspace);
    await run('openBriefing', stories);
    assert.equal(readers.view, 'whole');
    await settings.update('view', undefined, vscode.ConfigurationTarget.Workspace);
    await run('openBriefing', stories);
    assert.equal(readers.view, 'item');
    for (const one of [uri, stories]) await vscode.workspace.fs.delete(one);
  });
});
