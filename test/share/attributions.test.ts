import assert from 'node:assert/strict';
import { withoutAddresses } from '../../src/briefing/write/trailingSources.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { keyedSources } from '../../src/share/keyedSources.ts';
import { quoteHtml } from '../../src/share/quoteHtml.ts';
import { quoteMarkdown, quoteText } from '../../src/share/quoteMarkdown.ts';
import { worked } from '../support/clock.ts';
import { quotation, quotationsOf, raw } from './quotations.ts';

describe('What stands below a quotation', () => {
  it('is the date once, even if the title contains it', () => {
    for (const title of ['Brief — 2026-03-02', 'Brief, March 2, 2026']) {
      const dated = quotation('It strikes.').map((one) => ({
        ...one,
        briefing: { title, date: '2026-03-02' },
      }));
      assert.equal(quoteMarkdown(dated), `> It strikes.\n>\n> — ${title}`);
    }
  });

  it('is the sources of a story in JSON, which are not in a last paragraph of bare links as well', () => {
    const sources = ['Gazette', 'Tug Register'].map((name) => ({
      name,
      url: `https://a.example/${name[0] ?? ''}`,
    }));
    const story = { title: 'Ferry stops', summary: 'It stops at nine.', sources };
    const json = JSON.stringify({ title: 'T', sections: [{ title: 'A', stories: [story] }] });
    const all = quotationsOf(parseBriefing(json, 'a.json'));
    assert.equal(
      quoteText(all),
      'Ferry stops: It stops at nine.\n— T\n— Gazette (https://a.example/G)\n— Tug Register (https://a.example/T)',
    );
    assert.match(quoteMarkdown(all), /^> \*\*Ferry stops:\*\* It stops at nine\.\n>\n> — T\n/);
    assert.match(quoteHtml(all), /It stops at nine\.<\/p>\n<footer>/);
  });

  it('leaves a text as it is for a source without a title or address', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.equal(withoutAddresses('', [{ title: '', url: '', range }]), '');
  });
});

describe('The key of a source', () => {
  const keysOf = (...all: Parameters<typeof keyedSources>[0]) =>
    keyedSources(all, '2027-01-02').map(({ key }) => key);

  it('is its site, a year and the first word of its title', () => {
    for (const [title, url, key] of [
      ['Q&A: Why it fell', 'https://www.cgtn.com/a', 'cgtn2027why'],
      ['Fog', 'https://en.wikipedia.org/wiki/Fog', 'wikipedia2027fog'],
      ['The BBC', 'https://bbc.co.uk', 'bbc2027the'],
      ['Où est-ce ?', 'https://élysée.example', 'xnlyse9oad2027est'],
      ['字', 'https://127.0.0.1', 'source2027'],
      ['AI', 'https://a.example', 'a2027ai'],
      ['Radio log', undefined, 'source2027radio'],
    ] as const)
      assert.deepEqual(keysOf(...raw('a', title, url)), [key]);
    const named = quotation('a', '- [Notice 14](https://port.example/14) — Port of Example');
    assert.deepEqual(keysOf(...named), ['portofexample2026notice']);
  });

  it('is unique, and found in bounded time if many sources are alike', () => {
    const start = worked();
    const many = Array.from({ length: 20_000 }, (_, page) =>
      raw('a', 'Why', `https://a.example/${page}`),
    ).flat();
    const keys = keysOf(...many);
    assert.deepEqual(
      [...keys.slice(0, 3), keys.at(-1)],
      ['a2027why', 'a2027why-2', 'a2027why-3', 'a2027why-20000'],
    );
    assert.ok(worked() - start < 3000);
  });
});
