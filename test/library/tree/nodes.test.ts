import assert from 'node:assert/strict';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { flatten } from '../../../src/briefing/structure/structure.ts';
import { takeawaysIn } from '../../../src/briefing/briefingContents.ts';
import { itemsIn } from '../../../src/briefing/readingItems.ts';
import {
  type BriefingNode,
  type ContentNode,
  contentsOf,
  findNode,
  isHidden,
  type ItemNode,
  itemNodesUnder,
} from '../../../src/library/tree/nodes.ts';
import { itemKeys, outlineOf, takeawayCount } from '../../../src/library/outline.ts';
import { ROOT, WRITTEN } from '../support/inMemory.ts';

const URI = 'file:///brief.md';

const TEXT = [
  '# Harbour',
  'Lede with [a page](https://page.example).',
  '## In brief',
  '- **Quay:** closed',
  '- Fog [2]',
  '### Ships',
  '1. Aurora',
  '1. Aurora',
  '## Sources',
  '1. One',
  '2. Two',
  '### Further reading',
  '- Three',
].join('\n');

/** Takeaways, text before and after them and in all sections, and parts that are read last. */
const MIXED = [
  ...['# T', '', 'Lede.', '', '## A', '', 'Before.', '', '- one', '- two', '', 'After.', ''],
  ...['### Inner', '', 'Inner.', '', '## Feed health', '', '- [OK] Harbour', '- [ERR] Quay', ''],
  ...['## B', '', 'Prose.'],
].join('\n');

interface Tree {
  readonly root: BriefingNode;
  readonly contents: readonly ContentNode[];
  readonly items: readonly ItemNode[];
}

function read(text: string): Tree {
  const briefing = parseBriefing(text, 'brief.md');
  const outline = outlineOf(briefing, briefing.problems);
  const entry = { kind: 'briefing', uri: URI, root: ROOT, outline, modified: WRITTEN } as const;
  const root: BriefingNode = { kind: 'briefing', id: URI, uri: URI, parent: undefined, entry };
  const { nodes, items } = contentsOf(root, briefing);
  return { root, contents: nodes, items };
}

function nodesIn(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.flatMap((node) => [node, ...nodesIn(node.children)]);
}

function words(node: ContentNode): string {
  switch (node.kind) {
    case 'section':
      return node.section.title;
    case 'item':
      return node.item.label ?? node.item.text;
    case 'references':
      return '';
    case 'reference':
      return node.reference.title;
  }
}

function drawn(nodes: readonly ContentNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${'  '.repeat(depth)}${node.kind} ${words(node)}`,
    ...drawn(node.children, depth + 1),
  ]);
}

describe('The children of a briefing', () => {
  it('are takeaways, then references, then nested sections, with linked references last', () => {
    assert.deepEqual(drawn(read(TEXT).contents), [
      'section In brief',
      '  item Quay',
      '  item Fog',
      '  section Ships',
      '    item Aurora',
      '    item Aurora',
      'section Sources',
      '  reference One',
      '  reference Two',
      '  section Further reading',
      '    reference Three',
      'references ',
      '  reference a page',
    ]);
  });

  it('have no node for links if every reference is in a section', () => {
    assert.deepEqual(drawn(read('# T\n\n## Sources\n\n- One').contents), [
      'section Sources',
      '  reference One',
    ]);
    assert.deepEqual(read('# T\n\nProse.').contents, []);
  });

  it('have no row for the only section if it has the title of the briefing', () => {
    const hidden = (text: string) => read(text).contents.filter(isHidden).map(words);
    assert.deepEqual(hidden('# T\n\n- one\n- two\n\n## Sources\n\n- One'), ['T']);
    for (const text of ['# T\n\n## News\n\n- one', '# T\n\nProse.', '# T\n\n## T\n\nProse.'])
      assert.deepEqual(hidden(text), [], text);
  });

  it('are as many as the outline says before the briefing is read', () => {
    const cases: readonly (readonly [text: string, parts: number, takeaways: number])[] = [
      [TEXT, 3, 4],
      ['# T\n\n## A\n\n- a\n\n## B\n\nProse.', 2, 1],
      ['# T\n\nProse with [a link](https://a.example).', 1, 0],
      ['# T\n\nProse.', 0, 0],
    ];
    for (const [text, parts, takeaways] of cases) {
      const { root, contents } = read(text);
      const { outline } = root.entry;
      assert.deepEqual([contents.length, takeawayCount(outline)], [parts, takeaways], text);
      assert.equal(outline.childCount > 0, parts > 0, text);
    }
  });

  it('know their parents', () => {
    const { root, contents } = read(TEXT);
    for (const node of contents) assert.equal(node.parent, root);
    for (const node of nodesIn(contents)) for (const child of node.children) assert.equal(child.parent, node);
  });

  it('have all items in reading order with their keys; only takeaways are rows', () => {
    const { root, contents, items } = read(MIXED);
    assert.deepEqual(
      items.map(({ item }) => item.text),
      ['Lede.', 'Before.', 'one', 'two', 'After.', 'Inner.', 'Prose.', '[OK] Harbour\n[ERR] Quay'],
    );
    assert.deepEqual(
      items.map(({ item }) => item.key),
      itemKeys(root.entry.outline),
    );
    const rows = nodesIn(contents).filter((node) => node.kind === 'item');
    assert.deepEqual(
      rows,
      items.filter(({ item }) => item.kind === 'takeaway'),
    );
  });

  it('of a section include its passages, which are below it like its rows', () => {
    const { root, contents, items } = read(MIXED);
    const sections = nodesIn(contents).filter((node) => node.kind === 'section');
    assert.deepEqual(
      sections.map((node) => [words(node), node.passages.map(({ item }) => item.text)]),
      [
        ['A', ['Before.', 'After.']],
        ['Inner', ['Inner.']],
        ['Feed health', ['[OK] Harbour\n[ERR] Quay']],
        ['B', ['Prose.']],
      ],
    );
    for (const section of sections)
      for (const passage of section.passages) assert.equal(passage.parent, section);
    const [lede] = items;
    assert.deepEqual([lede?.item.text, lede?.parent], ['Lede.', root]);
  });

  it('have below them each item of their sections, in document order', () => {
    const { contents, items } = read(MIXED);
    const [a] = contents;
    assert.ok(a);
    assert.deepEqual(
      itemNodesUnder(a).map(({ item }) => item.text),
      ['Before.', 'one', 'two', 'After.', 'Inner.'],
    );
    for (const item of items) assert.deepEqual(itemNodesUnder(item), [item]);
    for (const node of nodesIn(read(TEXT).contents))
      if (node.kind === 'references' || node.kind === 'reference') assert.deepEqual(itemNodesUnder(node), []);
  });

  it('have each item of the briefing once', () => {
    for (const text of [TEXT, MIXED, '# T', '']) {
      const { items } = read(text);
      assert.deepEqual(
        items.map(({ item }) => item.id),
        itemsIn(parseBriefing(text, 'brief.md')).map(({ id }) => id),
      );
    }
  });

  it('have ids that are unique in the whole tree, each with the URI', () => {
    const nodes = nodesIn(read(TEXT).contents);
    assert.equal(new Set([URI, ...nodes.map(({ id }) => id)]).size, nodes.length + 1);
    for (const { id, uri } of nodes) assert.deepEqual([uri, id.startsWith(`${URI}#`)], [URI, true]);
  });

  it('have ids that stay the same while the words do', () => {
    const ids = (text: string) =>
      new Map(nodesIn(read(text).contents).map((node) => [`${node.kind} ${words(node)}`, node.id]));
    const [before, after] = [ids(TEXT), ids(TEXT.replace('- Fog [2]\n', '').replace('Lede', 'Changed lede'))];
    for (const key of ['section Ships', 'item Quay', 'references ', 'reference a page']) {
      assert.ok(before.has(key));
      assert.equal(after.get(key), before.get(key), key);
    }
    assert.ok(!after.has('item Fog'));
  });

  it('are found by their ids, at any depth', () => {
    const { contents } = read(TEXT);
    for (const node of nodesIn(contents)) assert.equal(findNode(contents, node.id), node);
    for (const id of [URI, `${URI}#`, `${URI}#s-other`, '']) assert.equal(findNode(contents, id), undefined);
  });
});

describe('The way through a briefing', () => {
  it('is in document order', () => {
    const { sections } = parseBriefing(TEXT, 'brief.md');
    assert.deepEqual(
      takeawaysIn(sections).map(({ label, text }) => label ?? text),
      ['Quay', 'Fog', 'Aurora', 'Aurora'],
    );
    assert.deepEqual(
      flatten(sections).map(({ title }) => title),
      ['In brief', 'Ships', 'Sources', 'Further reading'],
    );
  });
});
