import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import {
  type BriefingNode,
  type BrokenNode,
  type ContentNode,
  contentsOf,
  type GroupNode,
  type SearchNode,
  type SourceNode,
  type TreeNode,
} from '../../../src/library/tree/nodes.ts';
import { outlineOf } from '../../../src/library/outline.ts';
import { searchDocumentOf } from '../../../src/search/searchDocument.ts';
import { accessibleName } from '../../../src/workbench/sidebar/accessibleName.ts';
import { groupItem } from '../../../src/workbench/sidebar/groupItem.ts';
import { searchItem } from '../../../src/workbench/sidebar/searchItem.ts';
import { sourceItem } from '../../../src/workbench/sidebar/sourceNodes.ts';
import { foundNode } from '../../../src/workbench/sidebar/searchNodes.ts';
import { briefingTooltip } from '../../../src/workbench/sidebar/briefingTooltip.ts';
import { parts } from '../support/parts.ts';

const LONGEST = 200;

/** Text with a special meaning elsewhere: each is put into every part of a briefing that a row shows. */
const PAYLOADS = [
  '$(verified) $(sync~spin)',
  '[x](command:workbench.action.quit)',
  '<a href="command:workbench.action.quit">x</a>',
  // A heading with only an image has no text.
  'A ![x](https://pixel.example/p.gif)',
  'An image <img src=x onerror=alert(1)>',
  '`$(x)` **bold** <!-- x -->',
  'safe\u202efdp.exe',
  'word '.repeat(2000).trim(),
  'x'.repeat(5000),
  '😀'.repeat(300),
];

/* Rows show the text of a briefing as it is, and their names stay short for screen readers. */
describe('The rows of the sidebar', () => {
  for (const words of PAYLOADS)
    it(`show text as text: ${words.slice(0, 40)}`, async () => {
      const { tree } = await parts();
      const kinds = new Set<string>();
      for (const node of rowsOf(words)) {
        kinds.add(node.kind);
        const { label, description, tooltip, resourceUri, iconPath } = tree.getTreeItem(node);
        for (const shown of [label, description ?? '', tooltip ?? ''])
          assert.equal(
            typeof shown,
            'string',
            `${node.kind}: no Markdown, which could draw or run something`,
          );
        assert.ok(iconPath instanceof vscode.ThemeIcon && /^[a-z-]+$/.test(iconPath.id), node.kind);
        // Without a tooltip, VS Code shows the resource URI; that of a briefing is resolved lazily.
        if (resourceUri && node.kind !== 'briefing') assert.ok(tooltip, node.kind);
        // A file URI would make VS Code add the icon and decorations of that file.
        if (resourceUri) assert.match(resourceUri.toString(), /^briefings-state:\/(?:un)?read$/);
      }
      assert.equal(kinds.size, 9, 'every kind of row was looked at');
    });

  it('have names of at most 200 characters, which start with their title', async () => {
    const { tree } = await parts();
    const words = fc.oneof(
      fc.constantFrom(...PAYLOADS),
      fc.string({ maxLength: 400 }),
      fc.string({ unit: 'binary', minLength: 100, maxLength: 3000 }),
    );
    fc.assert(
      fc.property(words, (some) => {
        for (const node of rowsOf(some)) {
          const { label, accessibilityInformation } = tree.getTreeItem(node);
          const name = accessibilityInformation?.label ?? '';
          assert.ok(name !== '' && name.length <= LONGEST, `${node.kind}: ${name.length}`);
          assert.ok(name.startsWith((label as string).slice(0, 60)), `${node.kind}: ${name}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('have accessible names with title, state and place', async () => {
    const { tree } = await parts();
    const nameOf = (node: TreeNode) => tree.getTreeItem(node).accessibilityInformation?.label;
    assert.deepEqual(rowsOf('Quokka').map(nameOf), [
      'Quokka, unread, 4 items, March 2, 2026',
      'Quokka, 2 unread',
      'Quokka, unread, Quokka',
      'Quokka, unread, Quokka',
      'Quokka, unread',
      'Sources',
      'Quokka, no link',
      'Links in the Text',
      'Quokka, a.example',
      'Quokka, The file no longer exists., /Quokka',
      'Quokka, /Quokka',
      'Quokka, saved search, 7 found',
      'Quokka, unread, Quokka, Mar 2',
      'Quokka, unread, Quokka, Mar 2',
      'Quokka, unread, Quokka, Mar 2',
      'Quokka, unread, Quokka, Mar 2',
    ]);
  });

  it('say neither read nor unread of a file without a word', async () => {
    const { tree } = await parts();
    const [node] = rowsOf('Quokka').filter((one) => one.kind === 'briefing');
    if (!node) return assert.fail();
    const outline = outlineOf(parseBriefing('', 'empty.md'), []);
    const row = tree.getTreeItem({ ...node, entry: { ...node.entry, outline } });
    assert.deepEqual(
      [row.accessibilityInformation?.label, row.contextValue, row.resourceUri],
      ['Empty', 'briefing', undefined],
    );
  });

  it('of a file with a problem keep their icon, number and date, and have a badge', async () => {
    const { tree } = await parts();
    const [node] = rowsOf('Quokka').filter((one) => one.kind === 'briefing');
    if (!node) return assert.fail();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const problem = {
      code: 'too-dense',
      severity: 'warning',
      message: 'It is dense.',
      details: [],
      range,
    } as const;
    const row = tree.getTreeItem({
      ...node,
      entry: { ...node.entry, outline: { ...node.entry.outline, problem } },
    });
    assert.deepEqual(
      [(row.iconPath as vscode.ThemeIcon).id, row.resourceUri?.path],
      ['circle-filled', '/problem'],
    );
    assert.match(String(row.description), /^4 · Mar 2 · .*complex/);
  });

  it('of search results name their briefing and its place', async () => {
    const { tree } = await parts();
    const found = rowsOf('Quokka').filter(({ kind }) => kind === 'found');
    assert.equal(found.length, 4);
    for (const node of found) {
      const { description, tooltip } = tree.getTreeItem(node);
      assert.equal(description, 'Quokka, Mar 2');
      assert.ok(typeof tooltip === 'string' && tooltip.endsWith('Quokka, Mar 2\n/Quokka.md'));
    }
  });

  it('of files that cannot be read open them in VS Code', async () => {
    const { tree } = await parts();
    const uri = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail(),
      'absent.md',
    );
    const [node] = rowsOf('Quokka').filter((one) => one.kind === 'broken');
    const { command } = tree.getTreeItem({ ...(node ?? assert.fail()), id: 'absent', uri: uri.toString() });
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputText);
    assert.equal(input.uri.toString(), uri.toString());
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('keep the state of items with long titles, and whole characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        (title, place) => {
          const name = accessibleName(title, 'unread', place);
          assert.ok(name.length <= LONGEST);
          assert.ok(name.includes(', unread'));
          assert.ok(!/[\ud800-\udbff](?![\udc00-\udfff])/.test(name), name);
        },
      ),
    );
  });

  it('have a tooltip of sentences for a source', () => {
    const { tooltip } = sourceItem(sourceNode('Harbour', 'It is gone.'));
    assert.equal(tooltip, 'Harbour\nhttps://harbour.example/feed\nIt is gone.\nNot checked yet');
  });

  it('have their numbers after a name that is written from right to left', () => {
    const search = rowsOf('ميناء').find(({ kind }) => kind === 'search');
    if (search?.kind !== 'search') return assert.fail();
    const group: GroupNode = {
      ...{ kind: 'group', id: 'folder:file:///ميناء', parent: undefined, children: [], unread: 3 },
    };
    assert.deepEqual(
      [
        searchItem(search).description,
        groupItem(group, true, '', 'ميناء').description,
        sourceItem(sourceNode('ميناء')).description,
        sourceItem(sourceNode('Harbour')).description,
      ],
      ['\u200e7', '\u200e3 unread', '\u200enot checked yet', 'not checked yet'],
    );
  });

  it('have a tooltip for a briefing as text, too', () => {
    for (const words of PAYLOADS) {
      const briefing = parseBriefing(textWith(words), 'a.md');
      const { entry } = briefingNode(words);
      const opened = { kind: 'briefing', uri: entry.uri, briefing, problems: [] } as const;
      const tooltip = briefingTooltip(opened, entry, { isRead: () => true, isStarred: () => false });
      assert.ok(tooltip.includes(`4 items · 0 unread`), tooltip);
      assert.ok(!tooltip.includes('\u202e'), 'what is hidden is shown');
    }
  });
});

function sourceNode(name: string, problem?: string): SourceNode {
  const parent = { kind: 'sources', id: 'sources', parent: undefined, children: [] } as const;
  const url = 'https://harbour.example/feed';
  return {
    ...{ kind: 'source', id: url, parent, url, name, checked: 0, unread: 0 },
    ...{ folder: 'file:///inbox/feed-harbour.example-1', problem, isChecking: false },
  };
}

/** A briefing with the same text everywhere; above its sections, it is a sentence. */
function textWith(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return `---\ntitle: ${JSON.stringify(line)}\ndate: 2026-03-02\n---\n\n${line}.\n\n## ${line}\n\n- **${line}:** ${line}\n- [${line}](https://a.example/x)\n\n## ${line}\n\n${line}\n\n## Sources\n\n- ${line}\n`;
}

/** A path must not start with two slashes. */
function pathOf(words: string): string {
  return `/${words.replace(/^\/+/, '')}`;
}

function briefingNode(words: string): BriefingNode {
  const uri = vscode.Uri.from({ scheme: 'file', path: pathOf(`${words.slice(0, 500)}.md`) }).toString();
  const outline = outlineOf(parseBriefing(textWith(words), 'a.md'), []);
  const entry = { kind: 'briefing', uri, root: 'file:///', outline, modified: 0 } as const;
  return { kind: 'briefing', id: uri, uri, parent: undefined, entry };
}

/** A node of every kind with these words. */
function rowsOf(words: string): TreeNode[] {
  const root = briefingNode(words);
  const briefing = parseBriefing(textWith(words), 'a.md');
  const uri = vscode.Uri.from({ scheme: 'file', path: pathOf(words) }).toString();
  const flat = (nodes: readonly ContentNode[]): TreeNode[] =>
    nodes.flatMap((node) => [node, ...flat(node.children)]);
  const broken: BrokenNode = {
    kind: 'broken',
    id: uri,
    uri,
    parent: undefined,
    entry: { kind: 'broken', uri, root: uri, problem: { kind: 'missing' } },
  };
  const group: GroupNode = { kind: 'group', id: `folder:${uri}`, parent: undefined, children: [], unread: 0 };
  const search: SearchNode = {
    kind: 'search',
    id: 'search:x',
    name: words,
    query: words,
    parent: undefined,
    count: 7,
    hasMore: false,
  };
  const document = searchDocumentOf(root.uri, '', briefing);
  const found = document.items.flatMap(
    (item) => foundNode(search, { entry: root.entry, item, document }) ?? [],
  );
  return [root, ...flat(contentsOf(root, briefing).nodes), broken, group, search, ...found];
}
