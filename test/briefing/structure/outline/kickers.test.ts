import assert from 'node:assert/strict';
import { parseBriefing } from '../../../../src/briefing/parseBriefing.ts';
import { readingItems } from '../../../../src/briefing/readingItems.ts';
import { renderBriefing } from '../../../../src/briefing/renderBriefing.ts';
import { writeBriefing } from '../../../../src/briefing/writeBriefing.ts';
import { read } from '../../support/fixture.ts';

/** The items below the first one, as `label | text`. */
const items = (...lines: string[]) =>
  readingItems(read('# Harbour week', '', 'All of this is new.', '', ...lines))
    .slice(1)
    .map(({ label, text }) => `${label ?? ''} | ${text.replaceAll('\n', ' / ')}`);

describe('A kicker, a line right above a headline', () => {
  const card = (kicker: string, headline: string) => [kicker, `## ${headline}`, '', 'It is late.', ''];

  it('introduces the first item below that headline', () => {
    assert.deepEqual(items(...card('Labour', 'Ferry stops'), ...card('通行料', '起重机来了')), [
      'Ferry stops | Labour / It is late.',
      '起重机来了 | 通行料 / It is late.',
    ]);
    const list = ['Labour', '## Ferry stops', '', '- **One:** It stops.', '- **Two:** It is late.'];
    assert.deepEqual(items(...card('Tolls', 'Crane'), ...list).slice(1), [
      'One | Labour / It stops.',
      'Two | It is late.',
    ]);
  });

  it('keeps stories apart whose headlines are links', () => {
    const link = (name: string) => `[${name}](https://a.example/${name})`;
    assert.deepEqual(items(...card('Labour', link('Ferry')), ...card('Tolls', link('Crane'))), [
      'Ferry | Labour / It is late.',
      'Crane | Tolls / It is late.',
    ]);
  });

  it('is an item if there is nothing below', () => {
    assert.deepEqual(items('Labour', '## Ferry stops', '', ...card('Tolls', 'Crane')), [
      'Ferry stops | Labour',
      'Crane | Tolls / It is late.',
    ]);
  });

  it('is no line below others, beside a blank line, in a text without any, or that is a sentence or an item', () => {
    const below = ['## Crane', '', 'It comes.'];
    for (const lines of [
      ['It is late', 'Labour', ...below],
      ['Labour', '', ...below],
      ['Labour', '## Crane', 'It comes.'],
      ...['It stops.', 'Ports:', '- Tug', '> Tug'].map((line) => [line, ...below]),
    ])
      assert.ok(
        items('## Ferry', '', 'It stops.', '', ...lines).includes('Crane | It comes.'),
        lines.join(' / '),
      );
  });

  it('is the end of the text above if it is the only one, or if it names a source', () => {
    assert.deepEqual(items('## Ferry', '', 'It stops.', '', ...card('By Ann', 'Crane')), [
      'Ferry | It stops. / By Ann',
      'Crane | It is late.',
    ]);
    const more = card('[Read more](https://a.example)', 'Crane');
    assert.deepEqual(items(...more, ...more).at(-1), 'Crane | It is late.');
  });

  it('is shown and written above the headline', () => {
    const cards = [...card('Labour', 'Ferry stops'), ...card('Tolls', 'Crane')];
    const briefing = read('# Harbour week', '', 'New.', '', ...cards);
    assert.match(renderBriefing(briefing), /Labour<\/p>\s*(?:<\/div>\s*)?<h2[^>]*>Ferry stops/);
    const written = writeBriefing(briefing);
    assert.match(written, /\n\nLabour\n## Ferry stops\n\n/);
    assert.deepEqual(
      readingItems(parseBriefing(written, '1.md')).map(({ key }) => key),
      readingItems(briefing).map(({ key }) => key),
    );
  });
});
