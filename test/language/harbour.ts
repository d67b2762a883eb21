import assert from 'node:assert/strict';
import type { TextEdit } from '../../src/language/textEdit.ts';

/** A briefing in which nothing is wrong. */
export const GOOD = `# The harbour

Two things happened.

## Key Takeaways

- **Ferry:** It stops on Monday [1].
- **Crane:** A third one was ordered [2].
- **Fog:** The port stays closed until noon [3].

## References

1. [The port’s notice](https://port.example/notices/14)
2. [Crane ordered](https://news.example/2026/crane)
3. [Weather log](https://weather.example/logs/9)
`;

/** A name that gives its date. */
export const NAME = '2026-11-25-harbour.md';

/** The briefing with changes, each a line `old → new`, where `¶` is a line break; or else the given text. */
export function changed(input: string): string {
  const changes = input.split('\n').filter((line) => line.includes(' → '));
  if (changes.length === 0) return input;
  return changes.reduce((text, change) => {
    const [from = '', to = ''] = change.replaceAll('¶', '\n').split(' → ');
    if (!text.includes(from)) throw new Error(`It is not in the briefing: ${from}`);
    return text.replace(from, () => to);
  }, GOOD);
}

/** The edits of a text, at line and column from 1: `9:38 [7] → [3]`, `9:37 - [7]`, `15:49 + [4]`; a last space is `␣`. */
export function shownEdits(text: string, edits: readonly TextEdit[]): string {
  assertApart(edits);
  const lines = text.split('\n');
  const shown = edits.map(({ range: { start, end }, text: now }) => {
    const all = lines.slice(start.line, end.line + 1);
    all[all.length - 1] = all.at(-1)?.slice(0, end.character) ?? '';
    all[0] = all[0]?.slice(start.character) ?? '';
    const [from, to] = [all.join('¶'), now.replaceAll('\n', '¶')];
    const change = from === '' ? `+ ${to}` : to === '' ? `- ${from}` : `${from} → ${to}`;
    return `${start.line + 1}:${start.character + 1} ${change.replace(/ $/, '␣')}`;
  });
  return shown.join('\n');
}

/** An editor rejects edits that overlap. */
function assertApart(edits: readonly TextEdit[]): void {
  const sorted = edits.toSorted(
    ({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character,
  );
  sorted.forEach(({ range: { start } }, i) => {
    const end = sorted[i - 1]?.range.end;
    assert.ok(!end || end.line < start.line || (end.line === start.line && end.character <= start.character));
  });
}
