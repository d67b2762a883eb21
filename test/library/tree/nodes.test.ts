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
import { fixtureCases } from '../../support/fixtureCases.ts';
import { ROOT, WRITTEN } from '../support/inMemory.ts';

const URI = 'file:///brief.md';

/** Takeaways, references and inner sections. */
const TEXT =
  '# Harbour\nLede with [a page](https://page.example).\n## In brief\n- **Quay:** closed\n- Fog [2]\n### Ships\n1. Aurora\n1. Aurora\n## Sources\n1. One\n2. Two\n### Further reading\n- Three';

/** Takeaways with text before and after them. */
const MIXED = '# T\n\nLede.\n\n## A\n\nBefore.\n\n- one\n- two\n\nAfter.\n\n### Inner\n\nInner.';

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

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ');
}

function drawn(nodes: readonly ContentNode[], depth = 0): string[] {
  return nodes.flatMap((node) => {
    const passages = node.kind === 'section' ? node.passages : [];
    const inner = passages.map(({ item }) => ` [${oneLine(item.text)}]`).join('');
    return [`${'  '.repeat(depth)}${node.kind} ${words(node)}${inner}`, ...drawn(node.children, depth + 1)];
  });
}

describe('The children of a briefing', () => {
  /* Rows, and passages in brackets; hidden rows; and all items in reading order. */
  fixtureCases('library/nodes', (text) => {
    const { root, contents, items } = read(text);
    const hidden = contents.filter(isHidden).map((node) => `hidden: ${words(node)}`);
    // As many as the outline says before the briefing is read.
    const { outline } = root.entry;
    const takeaways = nodesIn(contents).filter((node) => node.kind === 'item');
    assert.deepEqual(
      [outline.childCount > 0, takeawayCount(outline)],
      [contents.length > 0, takeaways.length],
    );
    // A briefing without an item has a key of all its words.
    const keys = items.map(({ item }) => item.key);
    if (keys.length > 0) assert.deepEqual(keys, itemKeys(outline));
    assert.deepEqual(
      takeaways,
      items.filter(({ item }) => item.kind === 'takeaway'),
    );
    const briefing = parseBriefing(text, 'brief.md');
    assert.deepEqual(
      items.map(({ item }) => item.id),
      itemsIn(briefing).map(({ id }) => id),
    );
    const inOrder = items.map(
      ({ item, parent }) =>
        `read: ${oneLine(item.text)} (${parent === root ? 'top' : words(parent as ContentNode)})`,
    );
    return [...drawn(contents), ...hidden, ...inOrder].join('\n');
  });

  it('know their parents', () => {
    const { root, contents } = read(TEXT);
    for (const node of contents) assert.equal(node.parent, root);
    for (const node of nodesIn(contents)) for (const child of node.children) assert.equal(child.parent, node);
    for (const node of nodesIn(read(MIXED).contents))
      if (node.kind === 'section') for (const passage of node.passages) assert.equal(passage.parent, node);
  });

  it('have below them each item of their sections, in document order', () => {
    const { contents, items } = read(MIXED);
    const [a] = contents;
    assert.ok(a);
    assert.equal(
      itemNodesUnder(a)
        .map(({ item }) => item.text)
        .join(),
      'Before.,one,two,After.,Inner.',
    );
    for (const item of items) assert.deepEqual(itemNodesUnder(item), [item]);
    for (const node of nodesIn(read(TEXT).contents))
      if (node.kind === 'references' || node.kind === 'reference') assert.deepEqual(itemNodesUnder(node), []);
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
    assert.equal(
      takeawaysIn(sections)
        .map(({ label, text }) => label ?? text)
        .join(),
      'Quay,Fog,Aurora,Aurora',
    );
    assert.equal(
      flatten(sections)
        .map(({ title }) => title)
        .join(),
      'In brief,Ships,Sources,Further reading',
    );
  });
});
