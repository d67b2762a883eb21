import { isBlank } from '../briefing/text/sourceText.ts';
import type { Finding } from './rules.ts';

const IGNORE = /<!--\s{0,20}briefing-ignore\b([^>]{0,200})-->/;

/**
 * Returns the findings without those that a comment silences: `<!-- briefing-ignore no-reference -->`, or all if it names
 * no rule. A comment alone on its line applies to the next line that is not blank; after text, to its own line.
 */
export function withoutIgnored(findings: readonly Finding[], lines: readonly string[]): Finding[] {
  const ignored = new Map<number, ReadonlySet<string>>();
  lines.forEach((line, at) => {
    const found = line.includes('briefing-ignore') ? IGNORE.exec(line) : undefined;
    if (!found) return;
    let target = at;
    if (isBlank(line.replace(IGNORE, '')))
      do target++;
      while (target < lines.length && isBlank(lines[target]));
    ignored.set(target, new Set((found[1] ?? '').split(/[\s,]+/).filter(Boolean)));
  });
  return findings.filter(({ code, range }) => {
    const codes = ignored.get(range.start.line);
    return codes === undefined || (codes.size > 0 && !codes.has(code));
  });
}
