import assert from 'node:assert/strict';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { allSections, read } from '../../support/fixture.ts';

describe('A section inside a reference section', () => {
  const news = ['## Ferries', '', '- **Ferry:** It stops at nine.', ''];
  const sources = [
    '## Sources',
    '',
    '### Primary (checked)',
    '',
    '- [Timetable](https://a.example/1), read in full',
    '',
  ];
  const more = ['### More', '', '1. [Gazette](https://a.example/2)', ''];
  const kinds = (...lines: string[]) =>
    allSections(read('# T', '', ...lines).sections).map(({ kind }) => kind);

  it('is a reference section, too, if it lists sources', () => {
    const briefing = read('# T', '', ...news, ...sources, ...more, 'That is all for today!');
    assert.deepEqual(
      allSections(briefing.sections).map(({ kind }) => kind),
      ['prose', 'references', 'references', 'references'],
    );
    assert.deepEqual(
      readingItems(briefing).map(({ text, references }) => [text, references.length]),
      [
        ['It stops at nine.', 2],
        ['That is all for today!', 2],
      ],
    );
    const told = ['The ferry stops at nine from Monday on.', '', 'The crane comes by barge on Sunday.', ''];
    assert.deepEqual(kinds(...told, ...sources, ...more), ['references', 'references', 'references']);
  });

  it('has news if it has sentences, or if nothing is told above', () => {
    const note = ['### Remark', '', 'The office did not answer our question about the crane.', '', '- a', ''];
    assert.deepEqual(kinds(...news, ...sources, ...note).slice(-2), ['references', 'prose']);
    assert.deepEqual(kinds('Generated at 08:00.', '', ...sources, ...more), ['references', 'prose', 'prose']);
    assert.deepEqual(kinds(...news, '## Links', ...sources.slice(1)), ['prose', 'references', 'prose']);
  });
});
