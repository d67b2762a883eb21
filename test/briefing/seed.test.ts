import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Briefing } from '../../src/briefing/model.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { checkBriefing } from './support/checkBriefing.ts';
import { readFixture } from './support/fixture.ts';
import { outside } from './support/outside.ts';
import { slice } from './support/ranges.ts';

/** A takeaway in the form of its line in the text, so that the two can be compared. */
function lines({ sections }: Briefing): string[] {
  return (sections[0]?.takeaways ?? []).map(
    ({ label = '', text, emoji = '' }) => `- ${label}: ${text} ${emoji}`,
  );
}

function titles({ sections }: Briefing): string[] {
  return sections.map(({ kind, title }) => `${kind} | ${title}`);
}

describe('A briefing without any formatting', () => {
  const text = readFixture('bridge.txt');
  const briefing = parseBriefing(text, 'bridge.txt');

  it('is read without a problem', () => {
    checkBriefing(briefing, text);
    assert.deepEqual(briefing.problems, []);
  });

  it('has its first paragraph as lede', () => {
    assert.equal(briefing.lede, text.split('\n')[0]);
  });

  it('has a section for each line above a list or prose', () => {
    assert.deepEqual(titles(briefing), [
      'takeaways | Key Takeaways',
      'prose | Why Is It Closed?',
      'prose | Money: The Hardest Part',
      'prose | The Ferry’s Role',
      'prose | What’s Next?',
      'references | Reference(s)',
    ]);
  });

  it('has takeaways with their label, text and emoji', () => {
    assert.deepEqual(
      briefing.sections[0]?.takeaways.map(({ label, emoji }) => [label, emoji]),
      [
        ['Two Lanes at Best', '🚧'],
        ['A Ferry for Now?', '⛴️'],
        ['Shops Feel It', '🥐'],
        ['Nobody Gives Up', '🤝'],
      ],
    );
    assert.deepEqual(lines(briefing), text.split('\n').slice(2, 6));
  });

  it('has takeaways in the key takeaways only', () => {
    assert.deepEqual(
      briefing.sections.slice(1).map(({ takeaways }) => takeaways.length),
      [0, 0, 0, 0, 0],
    );
  });

  it('has one reference, which every takeaway shares', () => {
    const reference = {
      title: 'Q&A: Why the bridge had to close, and what the cracks tell',
      url: 'https://lumen-courier.example',
      site: 'lumen-courier.example',
      range: { start: { line: 16, character: 0 }, end: { line: 16, character: 58 } },
    };
    assert.deepEqual(briefing.references, [reference]);
    for (const { references } of briefing.sections[0]?.takeaways ?? []) {
      assert.deepEqual(references, [reference]);
    }
  });

  it('knows the ranges of its sections', () => {
    const rows = text.split('\n');
    assert.deepEqual(
      briefing.sections.map(({ range }) => slice(text, range)),
      [
        rows.slice(1, 6),
        rows.slice(6, 8),
        rows.slice(8, 10),
        rows.slice(10, 12),
        rows.slice(12, 15),
        rows.slice(15, 18),
      ].map((section) => section.join('\n')),
    );
  });
});

describe('The seed of the corpus', () => {
  let text: string;
  let briefing: Briefing;

  before(function () {
    text = fs.readFileSync(outside(this, 'seed/ukraine-talks.txt'), 'utf8');
    briefing = parseBriefing(text, 'ukraine-talks.txt');
  });

  it('has a lede, key takeaways, four prose sections and a reference section', () => {
    checkBriefing(briefing, text);
    assert.equal(briefing.lede, text.split('\n')[0]);
    assert.deepEqual(titles(briefing), [
      'takeaways | Key Takeaways',
      'prose | Why No Major Breakthrough?',
      'prose | Territory: The Toughest Issue',
      'prose | Europe’s Role',
      'prose | What’s Next?',
      'references | Reference(s)',
    ]);
  });

  it('has four takeaways', () => {
    assert.deepEqual(
      briefing.sections[0]?.takeaways.map(({ label, emoji }) => [label, emoji]),
      [
        ['U.S. Agrees Twice', '🤝'],
        ['Talks with Putin?', '📞'],
        ['Shelling Continues', '⚔️'],
        ['Allies Stick Together', '🌐'],
      ],
    );
    assert.deepEqual(lines(briefing), text.split('\n').slice(2, 6));
  });

  it('keeps the closing line in the last prose section', () => {
    const closing = 'Stay tuned as the story unfolds—this marathon isn’t over yet.';
    const last = briefing.sections[4];
    assert.ok(last && slice(text, last.range).endsWith(closing));
  });

  it('has one reference', () => {
    const found = briefing.references.map(({ title, site, url }) => ({ title, site, url }));
    const expected = {
      title: 'Q&A: Why Ukraine talks fell short of a breakthrough, but still matter',
      site: 'cgtn.com',
      url: 'https://cgtn.com',
    };
    assert.deepEqual(found, [expected]);
    for (const { references } of briefing.sections[0]?.takeaways ?? []) {
      assert.deepEqual(references, briefing.references);
    }
  });
});
