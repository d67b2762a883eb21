import { isBlank } from '../briefing/text/sourceText.ts';
import type { Finding } from './rules.ts';

const IGNORE = /<!--\s{0,20}briefing-ignore\b([^>]{0,200})-->/;

/** Without what a comment above its line silences: `<!-- briefing-ignore no-reference -->`, or all where it names none. */
export function withoutIgnored(findings: readonly Finding[], lines: readonly string[]): Finding[] {
  const ignored = new Map<number, ReadonlySet<string>>();
  lines.forEach((line, at) => {
    const codes = line.includes('briefing-ignore') ? IGNORE.exec(line)?.[1] : undefined;
    if (codes === undefined) return;
    let next = at + 1;
    while (next < lines.length && isBlank(lines[next])) next++;
    ignored.set(next, new Set(codes.split(/[\s,]+/).filter(Boolean)));
  });
  return findings.filter(({ code, range }) => {
    const codes = ignored.get(range.start.line);
    return codes === undefined || (codes.size > 0 && !codes.has(code));
  });
}
