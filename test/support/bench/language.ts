import { parseBriefing } from '../../../src/briefing/parseBriefing.ts';
import { createMarkdown } from '../../../src/briefing/grammar/markdown.ts';
import { citationAt } from '../../../src/language/assist/citationAt.ts';
import { claimsOf } from '../../../src/language/assist/claims.ts';
import { completionsAt, type Knowledge } from '../../../src/language/assist/complete.ts';
import { checkBriefing } from '../../../src/language/checkBriefing.ts';
import { fixesFor } from '../../../src/language/fixes/fixesFor.ts';
import { type Bench, isMet, mark, median, type Report } from './bench.ts';
import { worked } from '../clock.ts';
import { GOALS } from './report/goals.ts';

const LENGTH = 100_000;
const KEYS = 40;
const GOAL = GOALS.language.key;

/** Measures the cost of a key typed in a briefing of 100 kB, compared to parsing it as plain Markdown. */
export const language: Bench<'language'> = {
  doing: `what one key costs in a briefing of ${LENGTH / 1000} kB that is being written`,
  run: (): Promise<Report<'language'>> => {
    const text = briefingOf(LENGTH);
    const markdown = createMarkdown();
    const known: Knowledge = {
      sources: Array.from({ length: 3000 }, (_, i) => ({
        title: `A report on the harbour, number ${i}`,
        url: `https://report.example/2026/${i}`,
      })),
      headings: ['What Is Next'],
      labels: ['Why It Matters'],
    };
    const times: Record<string, number[]> = {};
    const time = <T>(name: string, work: () => T): T => {
      const start = worked();
      const made = work();
      (times[name] ??= []).push(worked() - start);
      return made;
    };
    // The first keys only warm up the code.
    for (let key = -5; key < KEYS; key++) {
      if (key === 0) for (const name of Object.keys(times)) times[name] = [];
      // Each key changes the middle of the text, so that no earlier result can be reused.
      const at = (text.length >> 1) + key;
      const typed = `${text.slice(0, at)}x${text.slice(at)}`;
      time('markdown-it alone', () => markdown.parse(typed, {}));
      const briefing = time('parsed', () => parseBriefing(typed, 'harbour.md'));
      const findings = time('checked', () => checkBriefing(briefing, 'harbour.md'));
      const claim = claimsOf(briefing).at(-1);
      const place = { line: claim?.range.start.line ?? 0, character: 20 };
      const open = parseBriefing(typed.replace(/\.\n\n## References/, ' [\n\n## References'), 'harbour.md');
      const line = open.text.slice(0, open.text.indexOf(' [\n\n## References')).split('\n').length - 1;
      const character = open.text.split('\n')[line]?.length ?? 0;
      const offered = time('completed', () => completionsAt(open, { line, character }, known));
      if (offered.length < 200) throw new Error(`Only ${offered.length} are offered.`);
      time('hovered', () => citationAt(briefing, place));
      time('counted', () => claimsOf(briefing));
      time('fixed', () =>
        findings.slice(0, 5).map((one) => fixesFor(one, { briefing, fileName: '', today: '2026-11-27' })),
      );
    }
    const of = (name: string) => median(times[name] ?? []);
    const plain = of('markdown-it alone');
    const lines = ['markdown-it alone', 'parsed', 'checked', 'completed', 'hovered', 'counted', 'fixed'].map(
      (name) =>
        `${name.padEnd(18)} ${of(name).toFixed(1).padStart(6)} ms  ${(of(name) / plain).toFixed(2)} times markdown-it`,
    );
    const worst = of('parsed') + Math.max(of('checked'), of('completed') + of('fixed'));
    return Promise.resolve({
      lines: [...lines, `a key: ${worst.toFixed(1)} ms (goal ${GOAL.goal})${mark(isMet(GOAL, worst))}`],
      figures: { key: { here: worst } },
    });
  },
};

/** Takeaways that cite numbered sources, with prose between them. */
function briefingOf(length: number): string {
  const parts = ['# The harbour', '## Key Takeaways'];
  let size = 0;
  let count = 0;
  while (size < length) {
    count++;
    const part =
      count % 8 === 0
        ? `## Part ${count}\n\nThe ferry, the crane and the fog were seen by all who came that day, and by some who did not. [${count}] says so.`
        : `- **Label ${count}:** The office said on Monday that the port stays open until noon, and closed after that, as [it wrote](https://port.example/notices/${count}${count % 10 === 1 ? '?utm_source=letter' : ''}) before [${count}].`;
    parts.push(part);
    // About the length of its entry in the references.
    size += part.length + 60;
  }
  const entries = Array.from(
    { length: count },
    (_, i) => `${i + 1}. [Notice ${i + 1}](https://news.example/2026/${i + 1})`,
  );
  return `${parts.join('\n\n')}\n\n- **Last:** It ends here.\n\n## References\n\n${entries.join('\n')}\n`;
}
