import assert from 'node:assert/strict';
import { sourceKey } from '../../src/briefing/text/links/sourceKey.ts';
import { DatedEntries } from '../../src/search/datedEntries.ts';
import { frequentNamesIn } from '../../src/search/frequentNames.ts';
import { Searchable, TODAY } from './searchable.ts';

function namesOf(files: Readonly<Record<string, string>>) {
  const { corpus, entries } = new Searchable(files);
  const dated = new DatedEntries(
    (uri) => entries.get(uri),
    () => entries.values(),
  );
  return frequentNamesIn(corpus, dated, TODAY);
}

const PAGE = 'https://harbour.example/ferry';

describe('The frequent names of a library', () => {
  it('are headings and labels that are used at least twice, the most frequent first', () => {
    const briefing = (...labels: string[]) =>
      `# B\n\n## Ports\n\n${labels.map((label) => `- **${label}:** Words of it.`).join('\n')}\n\n## Last\n\nProse.`;
    const { headings, labels } = namesOf({
      '2026-03-01.md': briefing('Rail', 'Ferry', 'Bears'),
      '2026-03-02.md': `${briefing('Ferry')}\n\n## Once\n\nMore.`,
      '2026-03-03.md': briefing('Rail', 'Ferry'),
    });
    assert.deepEqual(labels, ['Ferry', 'Rail']);
    assert.deepEqual(headings, ['Ports', 'Last']);
  });

  it('include each source once, with the title of its newest briefing', () => {
    const { sources } = namesOf({
      '2026-03-01.md': `# A\n\n- Ships. ([Old title](${PAGE}?utm_source=mail))`,
      '2026-03-02.md': `# B\n\n- Ships. ([New title](${PAGE}))\n- Bears. ([harbour.example](https://harbour.example/2))`,
    });
    assert.deepEqual([...sources], [[sourceKey(PAGE), { title: 'New title', url: PAGE }]]);
  });
});
