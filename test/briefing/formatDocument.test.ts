import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { PROBLEMS } from '../../src/briefing/problems.ts';
import { REPO } from '../support/paths.ts';
import { allTakeaways, takeawayOf } from './support/fixture.ts';

const FORMAT = fs.readFileSync(path.join(REPO, 'docs', 'format.md'), 'utf8');

/** The cells of the table below a heading, without its header row. */
function rowsBelow(heading: string): string[][] {
  const lines = FORMAT.slice(FORMAT.lastIndexOf(`\n${heading}`)).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|')) + 2;
  const end = lines.findIndex((line, i) => i > first && !line.startsWith('|'));
  return lines.slice(first, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function codesIn(cell: string | undefined): string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

describe('The page on the format', () => {
  it('has an example that is parsed as the page says', () => {
    const example = /```markdown\n([^]*?)```/.exec(FORMAT)?.[1] ?? '';
    const briefing = parseBriefing(example, 'x.md');
    assert.deepEqual([briefing.title, briefing.date], ['Morning brief', '2026-03-03']);
    assert.equal(briefing.lede, 'Two sentences on what the day is about.');
    assert.deepEqual(
      briefing.sections.map(({ kind, title }) => [kind, title]),
      [
        ['takeaways', 'Key Takeaways'],
        ['prose', 'Why now?'],
        ['references', 'References'],
      ],
    );
    assert.deepEqual(
      allTakeaways(briefing).map(({ label, emoji, references }) => [
        label,
        emoji,
        references.map((r) => r.title),
      ]),
      [
        ['Ferry', undefined, ['Timetable']],
        ['Bridge', '🌉', ['the works office']],
      ],
    );
    assert.deepEqual(
      briefing.problems.filter(({ severity }) => severity !== 'hint'),
      [],
    );
  });

  it('lists every problem, with its severity', () => {
    assert.deepEqual(
      rowsBelow('## Problems').map(([code, severity]) => [codesIn(code)[0], severity]),
      Object.entries(PROBLEMS).map(([code, { severity }]) => [code, severity]),
    );
  });

  it('has forms of labels that are parsed as the page says', () => {
    const rows = rowsBelow('**Label.**');
    assert.equal(rows.length, 8);
    for (const [written, label = ''] of rows) {
      const labels = label.split(', ');
      codesIn(written).forEach((form, i) => {
        const words = form.replaceAll('(…)', '(https://a.example)');
        assert.equal(takeawayOf(words).label ?? 'none', labels[i] ?? labels[0], words);
      });
    }
  });

  it('has forms of sources that are parsed as the page says', () => {
    const rows = rowsBelow('## References');
    assert.ok(rows.length >= 6);
    for (const [written = ''] of rows) {
      const lines = codesIn(written);
      const { references } = parseBriefing(`# T\n\n## References\n\n${lines.join('\n')}\n`, 'x.md');
      assert.equal(references.length, 1, written);
    }
  });

  it('has dates that are parsed as the third of March, unless the page says otherwise', () => {
    const section = FORMAT.slice(FORMAT.indexOf('\n## Date'), FORMAT.indexOf('\n## Lede'));
    const [first = '', second = ''] = section.split('\n- ').slice(1);
    const dates = [...codesIn(first), ...codesIn(second)];
    assert.ok(dates.length > 12);
    for (const date of dates) {
      const briefing = /^\d{8}$/.test(date)
        ? parseBriefing('x', `${date}.md`)
        : parseBriefing(`# T\n\n${date}\n\nWords.`, 'x.md');
      assert.equal(briefing.date, '2026-03-03', date);
    }
  });
});
