import assert from 'node:assert/strict';
import { convertToMarkdown } from '../../src/briefing/convertToMarkdown.ts';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { readFixture } from './support/fixture.ts';
import { assertSameBriefing } from './support/sameBriefing.ts';

const PLAIN = 'Harbour report\n\nKey Takeaways\n• Tugs: Two are back.\n\nSources:\nThe port\nport.example\n';
const JSON_TEXT =
  '{ "title": "Harbour report", "sections": [{ "title": "Ships", "stories": [{ "headline": "Tugs", "body": "Two are back." }] }] }';
const CANONICAL = '# Harbour report\n\n## Key Takeaways\n\n- **Tugs:** Two are back.\n';

function converted(text: string, name = 'harbour.txt'): string {
  const made = convertToMarkdown(text, name);
  assert.ok(made.kind === 'converted', made.kind);
  return made.text;
}

describe('A text that is converted to Briefing Markdown', () => {
  const texts = [
    ['plain text', PLAIN, 'harbour.txt'],
    ['JSON', JSON_TEXT, 'harbour.briefing.json'],
    ['Markdown of another form', readFixture('allMarks.md'), 'allMarks.md'],
  ] as const;
  for (const [about, text, name] of texts)
    it(`is the same briefing, and is not converted again: ${about}`, () => {
      const markdown = converted(text, name);
      assertSameBriefing(parseBriefing(markdown, 'harbour.md'), parseBriefing(text, name), about);
      assert.deepEqual(convertToMarkdown(markdown, 'harbour.md'), { kind: 'same' });
    });

  it('keeps its line endings', () => {
    const markdown = converted(PLAIN.replaceAll('\n', '\r\n'));
    assert.equal(markdown.replaceAll('\r\n', '\n'), converted(PLAIN));
    assert.doesNotMatch(markdown, /[^\r]\n/);
    assert.deepEqual(convertToMarkdown(CANONICAL.replaceAll('\n', '\r\n'), 'a.md'), { kind: 'same' });
  });

  it('has the date of its file name', () => {
    assert.match(converted(CANONICAL, '2026-03-02-harbour.md'), /^---\ndate: "2026-03-02"\n---\n/);
  });

  for (const [code, text, name] of [
    ['empty', ' \n\n', 'a.md'],
    ['too-large', `# A\n\n${'word '.repeat(420_000)}`, 'a.md'],
    ['too-dense', `# A\n\n${'> '.repeat(5000)}a\n`, 'a.md'],
    ['not-a-briefing', '{ "a": 1 }', 'a.json'],
    ['bad-front-matter', '---\ntags: [a\n---\n\n# A\n\nwords\n', 'a.md'],
  ] as const)
    it(`is refused if something would be lost: ${code}`, () => {
      const made = convertToMarkdown(text, name);
      assert.equal(made.kind === 'refused' ? made.problem.code : made.kind, code);
    });
});
