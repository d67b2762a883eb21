import assert from 'node:assert/strict';
import { renderBriefing } from '../../../src/briefing/renderBriefing.ts';
import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { writeBriefing } from '../../../src/briefing/writeBriefing.ts';
import { read } from '../support/fixture.ts';
import { assertSameBriefing } from '../support/sameBriefing.ts';

function quoted(...lines: string[]): string {
  return renderBriefing(read('# T', '', '## A', '', 'It is late.', '', ...lines))
    .replace(/^[^]*<blockquote[^>]*>\s*|\s*<\/blockquote>[^]*$/g, '')
    .replace(/<p[^>]*>/g, '<p>');
}

describe('The marker of a callout', () => {
  it('is shown as its word', () => {
    assert.equal(quoted('> [!NOTE]', '> The ferry stops.'), '<p>Note<br>\nThe ferry stops.</p>');
    assert.equal(quoted('> [!warning]-', '>', '> It stops.'), '<p>Warning</p>\n<p>It stops.</p>');
  });

  it('is replaced by the title after it', () => {
    assert.equal(
      quoted('> [!tip] Ferry _stops_', '> At nine.'),
      '<p><strong>Ferry <em>stops</em></strong><br>\nAt nine.</p>',
    );
  });

  it('is text in other places', () => {
    for (const line of ['> \\[!NOTE]', '> It is [!NOTE]', '> - [!NOTE]', '> [!one two]'])
      assert.match(quoted(line), /\[!/, line);
    assert.match(renderBriefing(read('# T', '', '[!NOTE]', 'It stops.')), /\[!NOTE\]/);
  });

  it('leaves the same briefing after it is written and parsed again', () => {
    const briefing = read('# T', '', '## A', '', '> [!NOTE]', '> a', '', '> [!tip] Ferry stops', '> b');
    assertSameBriefing(parseBriefing(writeBriefing(briefing), 'x.md'), briefing);
  });
});
