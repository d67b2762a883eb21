import assert from 'node:assert/strict';
import { Ids } from '../../../src/briefing/structure/ids.ts';
import { allSections, allTakeaways, read } from '../support/fixture.ts';

describe('Ids', () => {
  it('of sections are made of their titles', () => {
    const ids = new Ids();
    const cases: readonly (readonly [string, string])[] = [
      ['Key Takeaways', 's-key-takeaways'],
      ['¿Por qué importa?', 's-por-que-importa'],
      ['"><script>', 's-script'],
      ['要点', 's-要点'],
      ['Key takeaways', 's-key-takeaways-2'],
      ['Key takeaways 2', 's-key-takeaways-2-2'],
      ['Key takeaways', 's-key-takeaways-3'],
    ];
    for (const [title, id] of cases) assert.equal(ids.section(title), id);
  });

  it('of titles without a letter differ if the titles do', () => {
    const [question, star, again] = ['?!', '***', '?!'].map((title) => new Ids().section(title));
    assert.equal(question, again);
    assert.notEqual(question, star);
    assert.match(question ?? '', /^s-[a-z0-9]+$/);
  });

  it('of long titles are short, and never end inside a character', () => {
    const id = new Ids().section(`a${'𐐨'.repeat(50)}`);
    assert.ok(id.length <= 62);
    assert.doesNotMatch(id, /\p{Cs}/u);
  });

  it('of takeaways depend on their words, not on case, formatting or place', () => {
    const id = (words: string) => new Ids().takeaway(words);
    assert.equal(id('The clock: it strikes.'), id('the  clock — it strikes'));
    assert.notEqual(id('The clock strikes.'), id('The clock struck.'));
    assert.notEqual(id('ab'), id('ba'));
    assert.match(id('?'), /^t-[a-z0-9]+$/);
    assert.notEqual(id('?'), id('!'));
  });

  it('are unique among ten thousand takeaways', () => {
    const ids = new Ids();
    const all = Array.from({ length: 10_000 }, (_, i) => ids.takeaway(`word ${i % 7000}`));
    assert.equal(new Set(all).size, all.length);
  });

  it('stay the same when other words of the briefing are edited', () => {
    const before = read('# T', '## A', '- one', '- two', '## B', '- three');
    const after = read(
      '# U',
      'New lede.',
      '## New',
      '- four',
      '## B',
      '- three',
      '',
      '## A',
      '- two',
      '- one!',
    );
    const ids = (kind: 'section' | 'takeaway', briefing: typeof before) =>
      new Map(
        kind === 'section'
          ? allSections(briefing.sections).map(({ title, id }) => [title, id])
          : allTakeaways(briefing).map(({ text, id }) => [text.replace('!', ''), id]),
      );
    for (const kind of ['section', 'takeaway'] as const) {
      const kept = ids(kind, after);
      for (const [words, id] of ids(kind, before)) assert.equal(kept.get(words), id, words);
    }
  });

  it('of a takeaway include its label', () => {
    const [a, b] = allTakeaways(read('# T', '## A', '- **North:** closed', '- **South:** closed'));
    assert.notEqual(a?.id.replace(/-2$/, ''), b?.id.replace(/-2$/, ''));
  });

  it('are unique if sections and takeaways repeat', () => {
    const { sections } = read('# T', '## A', '- x', '- x', '## A', '- x', '### A', '- x');
    const ids = allSections(sections).flatMap(({ id, takeaways }) => [id, ...takeaways.map((t) => t.id)]);
    assert.equal(new Set(ids).size, 7);
  });
});
