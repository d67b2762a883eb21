import assert from 'node:assert/strict';
import { parseBriefing } from '../../src/briefing/parseBriefing.ts';
import { citationAt } from '../../src/language/assist/citationAt.ts';
import { claimsOf } from '../../src/language/assist/claims.ts';
import { completionsAt } from '../../src/language/assist/complete.ts';
import { checkBriefing } from '../../src/language/checkBriefing.ts';
import { fixAll } from '../../src/language/fixes/fixAll.ts';
import { fixesFor } from '../../src/language/fixes/fixesFor.ts';
import { worked } from '../support/clock.ts';

const H = '# A\n\n## Key Takeaways\n\n';
const REFS = '\n## References\n\n1. [One](https://a.example/1)\n2. [Two](https://a.example/2)\n';

describe('A text that was made to be slow', () => {
  const SIZE = 150_000;
  const fill = (piece: string) => piece.repeat(SIZE / piece.length);
  const texts: Readonly<Record<string, string>> = {
    'opening brackets': fill('['),
    'escaped brackets': fill('\\['),
    'opened images': fill('!['),
    'citations on one line': `- ${fill('[7] ')}`,
    'backticks of many lengths': Array.from({ length: 770 }, (_, i) => '`'.repeat(i + 1)).join(' '),
    'opened comments': fill('<!--'),
    'empty link texts': `- ${fill('[here](https://a.example/?utm_a=1) ')}`,
    'takeaways that cite what is not there': `${H}${fill('- **B:** x [7]\n')}${REFS}`,
    'one source over and over': `${H}- **B:** x\n\n## References\n\n${fill('- [One](https://a.example/1)\n')}`,
    'short items': `${H}${fill('1. a\n')}`,
  };

  for (const [name, text] of Object.entries(texts))
    it(`is checked, fixed and counted: ${name}`, () => {
      const start = worked();
      const briefing = parseBriefing(text, 'a.md');
      const found = checkBriefing(briefing, 'a.md');
      const context = { briefing, fileName: 'a.md', today: '2026-11-27' };
      for (const finding of found.slice(0, 10)) fixesFor(finding, context);
      fixAll(context);
      claimsOf(briefing);
      citationAt(briefing, { line: 4, character: 10 });
      completionsAt(briefing, { line: 4, character: 3 }, { sources: [], headings: [], labels: [] });
      assert.ok(worked() - start < 30_000);
    });
});
