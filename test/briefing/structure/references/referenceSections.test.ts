import assert from 'node:assert/strict';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { read } from '../../support/fixture.ts';

function titles(...lines: string[]): string[] {
  return read('# T', '', '## A', '', 'The ferry stops.', '', ...lines).references.map(({ title }) => title);
}

describe('A list in a reference section', () => {
  const list = ['- Harbour Office', '- [Gazette](https://a.example/1)', ''];

  it('may have a lead-in, and the end of the text below a rule: neither is a source', () => {
    const end = ['---', '', 'This is no advice.', '', 'https://b.example/ann'];
    const lines = ['## Sources', '', 'The brief rests on:', '', ...list, ...end];
    assert.deepEqual(titles(...lines), ['Harbour Office', 'Gazette']);
    const html = renderBriefing(read('# T', '', '## A', '', 'The ferry stops.', '', ...lines));
    for (const words of ['The brief rests on:', 'This is no advice.']) assert.ok(html.includes(words), words);
  });

  it('may have other lists beside it, and one below a rule', () => {
    assert.deepEqual(
      titles('## Sources', '', 'Letter of the mayor', '', ...list, 'Ann', '', '---', '', '- Bob'),
      ['Letter of the mayor', 'Harbour Office', 'Gazette', 'Ann', 'Bob'],
    );
  });
});

describe('A title with brackets before its address', () => {
  it('keeps them', () => {
    const entries = ['- Gazette (late): https://a.example/1', '- Courier (https://b.example)'];
    assert.deepEqual(titles('## Sources', '', ...entries), ['Gazette (late)', 'Courier']);
  });
});

describe('A title before an address with an escaped space', () => {
  it('is the title, and the first one if several lines name that page', () => {
    const page = 'https://a.example/notes%20/';
    const entries = [`- "Notes (3 March)" – ${page}`, `- "Notes (4 March)" – ${page}`];
    assert.deepEqual(titles('## Sources', '', ...entries), ['"Notes (3 March)"']);
  });
});

describe('A remark after the sources of a line', () => {
  it('is not a source', () => {
    const cases: readonly (readonly [line: string, ...sources: string[]])[] = [
      ['来源：港务局；机器初筛，仍需核查。', '港务局'],
      ['来源：港务局 (https://a.example/1)｜至今未见时刻表。', '港务局'],
      ['Source: Gazette; translated by a machine, not yet checked.', 'Gazette'],
      ['来源：港务局；新华社，人民日报', '港务局', '新华社', '人民日报'],
      ['Sources: Gazette; Courier, the Herald.', 'Gazette', 'Courier', 'the Herald'],
    ];
    for (const [line, ...sources] of cases) assert.deepEqual(titles(line), sources, line);
  });
});
