import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { type OutlineNode, outlineOf, sectionsIn, takeawaysIn } from '../../src/library/outline.ts';

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

function outline(text: string): OutlineNode {
  return outlineOf({ kind: 'briefing', uri: URI, briefing: parseBriefing(text, 'brief.md'), problems: [] });
}

function nodesIn(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(nodesIn)];
}

function words(node: OutlineNode): string {
  switch (node.kind) {
    case 'briefing':
      return node.entry.briefing.title;
    case 'broken':
      return node.entry.problem.kind;
    case 'section':
      return node.section.title;
    case 'takeaway':
      return node.takeaway.label ?? node.takeaway.text;
    case 'references':
      return '';
    case 'reference':
      return node.reference.title;
  }
}

function drawn(node: OutlineNode, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${node.kind} ${words(node)}`;
  return [line, ...node.children.flatMap((child) => drawn(child, depth + 1))];
}

describe('The outline of a briefing', () => {
  it('has takeaways before references before nested sections, and the links of the text at its end', () => {
    assert.deepEqual(drawn(outline(TEXT)), [
      'briefing Harbour',
      '  section In brief',
      '    takeaway Quay',
      '    takeaway Fog',
      '    section Ships',
      '      takeaway Aurora',
      '      takeaway Aurora',
      '  section Sources',
      '    reference One',
      '    reference Two',
      '    section Further reading',
      '      reference Three',
      '  references ',
      '    reference a page',
    ]);
  });

  it('has no node for links where every reference stands in a section', () => {
    assert.deepEqual(drawn(outline('# T\n\n## Sources\n\n- One')), [
      'briefing T',
      '  section Sources',
      '    reference One',
    ]);
  });

  it('counts its takeaways', () => {
    const node = outline(TEXT);
    assert.equal(node.kind === 'briefing' && node.takeaways, 4);
  });

  it('knows the parent of each node', () => {
    for (const node of nodesIn(outline(TEXT)))
      for (const child of node.children) assert.equal(child.parent, node);
    assert.equal(outline(TEXT).parent, undefined);
  });

  it('has ids that are unique in the whole tree, and the URI in each', () => {
    const nodes = nodesIn(outline(TEXT));
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    for (const { id, uri } of nodes) assert.deepEqual([uri, id.startsWith(URI)], [URI, true]);
  });

  it('has ids that stay while the words do', () => {
    const ids = (text: string) =>
      new Map(nodesIn(outline(text)).map((node) => [`${node.kind} ${words(node)}`, node.id]));
    const [before, after] = [ids(TEXT), ids(TEXT.replace('- Fog [2]\n', '').replace('Lede', 'Changed lede'))];
    for (const key of ['briefing Harbour', 'section Ships', 'takeaway Quay', 'references ']) {
      assert.ok(before.has(key));
      assert.equal(after.get(key), before.get(key), key);
    }
  });

  it('of a file that is none is one node', () => {
    const entry = { kind: 'broken', uri: URI, problem: { kind: 'missing' } } as const;
    assert.deepEqual(outlineOf(entry), {
      kind: 'broken',
      id: URI,
      uri: URI,
      parent: undefined,
      entry,
      children: [],
    });
  });
});

describe('The way through a briefing', () => {
  it('is in the order of the document', () => {
    const { sections } = parseBriefing(TEXT, 'brief.md');
    assert.deepEqual(
      takeawaysIn(sections).map(({ label, text }) => label ?? text),
      ['Quay', 'Fog', 'Aurora', 'Aurora'],
    );
    assert.deepEqual(
      sectionsIn(sections).map(({ title }) => title),
      ['In brief', 'Ships', 'Sources', 'Further reading'],
    );
  });
});
