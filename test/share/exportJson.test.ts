import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { itemsIn } from '../../src/briefing/readingItems.ts';
import { briefingKey, takeawayKey } from '../../src/briefing/text/wordsKey.ts';
import { exportJson } from '../../src/share/exportJson.ts';
import { allTakeaways, read, readFixture } from '../briefing/support/fixture.ts';
import { REPO } from '../support/paths.ts';

interface Exported {
  readonly takeaways: readonly { references: readonly number[]; sharedReferences?: readonly number[] }[];
}

describe('A briefing exported as JSON', () => {
  const exported = (briefing: Briefing) => JSON.parse(exportJson(briefing)) as Record<string, unknown>;

  it('has all of its content', () => {
    const briefing = read(
      ...[
        '---',
        'date: 2026-03-02',
        '---',
        '# T',
        'Lede.',
        '## Key takeaways',
        '- **L:** a 🤝 [2]',
        '### In',
        '- b [1]',
        '',
        'Words. [1]',
      ],
      ...['## Sources', '1. [A](https://a.example)', '2. Book'],
    );
    const [one, two] = allTakeaways(briefing);
    const [lede, , , in_] = itemsIn(briefing);
    assert.ok(one && two && lede && in_);
    assert.deepEqual(exported(briefing), {
      version: 1,
      key: briefingKey(briefing),
      title: 'T',
      date: '2026-03-02',
      lede: 'Lede.',
      sections: [
        {
          id: 's-key-takeaways',
          kind: 'takeaways',
          level: 2,
          title: 'Key takeaways',
          takeaways: [
            { id: one.id, key: takeawayKey(one), label: 'L', emoji: '🤝', text: 'a', references: [1] },
          ],
          sections: [
            {
              id: 's-in',
              kind: 'prose',
              level: 3,
              title: 'In',
              takeaways: [{ id: two.id, key: takeawayKey(two), text: 'b', references: [0] }],
              sections: [],
            },
          ],
        },
        { id: 's-sources', kind: 'references', level: 2, title: 'Sources', takeaways: [], sections: [] },
      ],
      items: [
        { kind: 'passage', id: lede.id, key: lede.key, label: 'T', text: 'Lede.', references: [] },
        { kind: 'takeaway', id: one.id },
        { kind: 'takeaway', id: two.id },
        {
          kind: 'passage',
          id: in_.id,
          key: in_.key,
          label: 'In',
          text: 'Words.',
          references: [0],
          section: 's-in',
        },
      ],
      references: [{ title: 'A', url: 'https://a.example', site: 'a.example' }, { title: 'Book' }],
      problems: [],
    });
  });

  it('tells the references of an item from those that it shares with the rest of the briefing', () => {
    const sources = ['## Sources', '1. [A](https://a.example)', '2. [B](https://b.example)'];
    const references = (...lines: string[]) => {
      const { sections } = exported(read('# T', '## News', ...lines)) as { sections: Exported[] };
      return sections.flatMap(({ takeaways }) =>
        takeaways.map(({ references, sharedReferences }) => [references, sharedReferences]),
      );
    };
    assert.deepEqual(references('- One [1]', '- Two', '- Three [7]', ...sources), [
      [[0], undefined],
      [[], [0, 1]],
      [[], [0, 1]],
    ]);
    assert.deepEqual(references('- One [1] [2]', ...sources), [[[0, 1], undefined]]);
    assert.deepEqual(references('- One'), [[[], undefined]]);
  });

  it('is read again with the same references', () => {
    for (const lines of [
      [
        '## News',
        '- One [1]',
        '- Two',
        '## Sources',
        '1. [A](https://a.example)',
        '2. [B](https://b.example)',
      ],
      [
        '## A',
        '- One',
        '### Sources',
        '1. [A](https://a.example)',
        '## B',
        '- Two',
        '### Sources',
        '1. Book',
      ],
    ]) {
      const briefing = read('# T', ...lines);
      const again = parseBriefing(exportJson(briefing), 'a.briefing.json');
      const titles = (one: Briefing) =>
        allTakeaways(one).map(({ references }) => references.map(({ title }) => title));
      assert.deepEqual(titles(again), titles(briefing));
    }
    const named = read('---', 'sources: [https://a.example/b]', '---', '# T', '## News', '- One');
    const [one] = allTakeaways(parseBriefing(exportJson(named), 'a.briefing.json'));
    assert.deepEqual(
      one?.references.map(({ url }) => url),
      ['https://a.example/b'],
    );
  });

  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
    JSON.parse(fs.readFileSync(path.join(REPO, 'docs', 'briefing.schema.json'), 'utf8')) as object,
  );

  const texts = [
    ['empty.md', ''],
    ['broken.md', '---\ntitle: [\n---\n# T\n- a [7] [b][c]\n'],
    ['allMarks.md', readFixture('allMarks.md')],
    ['bridge.txt', readFixture('bridge.txt')],
    [
      'report.md',
      fs.readFileSync(
        path.join(REPO, 'test/fixtures/workspace/briefings/2026-03-02-harbour-report.md'),
        'utf8',
      ),
    ],
    ...fs
      .readdirSync(path.join(REPO, 'briefings'))
      .map((name) => [name, fs.readFileSync(path.join(REPO, 'briefings', name), 'utf8')] as const),
  ] as const;

  for (const [name, text] of texts) {
    it(`matches docs/briefing.schema.json: ${name}`, () => {
      const briefing = parseBriefing(text, name);
      assert.ok(validate(exported(briefing)), JSON.stringify(validate.errors));
    });
  }

  it('has a schema that rejects anything else', () => {
    const value = exported(read('# T', '- a'));
    assert.ok(!validate({ ...value, version: 2 }));
    assert.ok(!validate({ ...value, text: '' }));
    for (const item of [{ kind: 'takeaway' }, { kind: 'section', id: 's' }, { kind: 'passage', id: 'p' }])
      assert.ok(!validate({ ...value, items: [item] }), JSON.stringify(item));
    assert.ok(!validate({ ...value, references: [{ title: 'x', url: 'javascript:x' }] }));
  });
});
