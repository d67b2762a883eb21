import assert from 'node:assert/strict';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { allTakeaways, drawn, read, takeawaysOf } from '../../support/fixture.ts';

const URL = 'https://a.example/ferry';

/** The references of an item, each as its title and URL. */
function sourcesOf(...lines: string[]): string[] {
  return takeawaysOf(...lines).flatMap(({ references }) =>
    references.map(({ title, url }) => `${title} ${url}`),
  );
}

describe('A title with an address in brackets', () => {
  it('is a link, as an item', () => {
    for (const written of [`Ferry stops (${URL})`, `Ferry stops [${URL}]`, `**Ferry stops** <${URL}>`])
      assert.deepEqual(sourcesOf(`- ${written}`), [`Ferry stops ${URL}`], written);
    assert.equal(takeawaysOf(`- Ferry stops (${URL})`)[0]?.text, 'Ferry stops');
  });

  it('is a link above further text of its item, unless that goes on in small letters', () => {
    const [item] = takeawaysOf(`- Ferry stops (${URL})`, '  It goes at nine.');
    assert.deepEqual([item?.label, item?.text], ['Ferry stops', 'It goes at nine.']);
    assert.deepEqual(sourcesOf(`- The office says (${URL})`, '  that it stops.'), [`a.example ${URL}`]);
  });

  it('is a link as a heading, whose number is not part of the title', () => {
    const lines = [`### 2. Ferry stops. (${URL})`, '', 'It goes at nine.'];
    const { sections, references } = read('# Title', '', '## News', '', ...lines);
    assert.deepEqual(drawn(sections), ['2 News', '  3 2. Ferry stops.']);
    assert.deepEqual(
      references.map(({ title }) => title),
      ['Ferry stops.'],
    );
  });

  it('makes paragraphs in plain text items', () => {
    const lines = ['Ferries', '', `Ferry stops (${URL})`, '', 'Tugs are sold (https://a.example/tugs)'];
    const briefing = read('Harbour news', '', ...lines, '', 'Cranes (https://a.example/cranes)');
    assert.deepEqual(
      allTakeaways(briefing).map(({ text }) => text),
      ['Ferry stops', 'Tugs are sold', 'Cranes'],
    );
  });

  it('stays as written if there is only a citation before it', () => {
    const html = renderBriefing(read('# T', '', '## ^[Note] <https://a.example>', '', 'words'));
    assert.match(
      html,
      />\[\*1\]<\/a><\/sup> <a href="https:\/\/a\.example\/"[^>]*>https:\/\/a\.example<\/a>/,
    );
  });

  it('stays as written if the words are a sentence, long, or have a link', () => {
    const words = [`It stops. See the timetable (${URL})`, `It stops, (${URL})`, `See <${URL}>`];
    for (const one of [...words, `${'Ferry '.repeat(21)}(${URL})`])
      assert.deepEqual(sourcesOf(`- ${one}`), [`a.example ${URL}`], one);
    const both = sourcesOf(`- [Tugs](https://a.example/tugs) and ferries (${URL})`);
    assert.deepEqual(both, ['Tugs https://a.example/tugs', `a.example ${URL}`]);
  });
});
