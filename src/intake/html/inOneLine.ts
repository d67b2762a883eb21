import { hasWord } from '../../base/hasWord.ts';
import type { Part } from '../../briefing/write/composeMarkdown.ts';
import type { Run } from '../../briefing/write/writeRuns.ts';
import { textOfRuns } from './runList.ts';

/** The content of a table cell as a single line, which is all that Markdown allows there. */
export function inOneLine(parts: readonly Part[]): readonly Run[] {
  return parts.flatMap((part, at) => (at === 0 ? runsOf(part) : [{ text: ' ' }, ...runsOf(part)]));
}

function runsOf(part: Part): readonly Run[] {
  switch (part.kind) {
    case 'paragraph':
    case 'heading':
      return withoutLineBreaks(part.runs);
    case 'quotation':
      return inOneLine(part.parts);
    case 'list':
      return inOneLine(part.items.flat());
    case 'table':
      return inOneLine(part.rows.flat().map((runs): Part => ({ kind: 'paragraph', runs })));
    case 'code':
      return [{ text: part.text.replace(/\s+/g, ' '), isCode: true }];
    case 'rule':
      return [];
  }
}

/** The words of a part, in one line. */
export function textOfPart(part: Part): string {
  return textOfRuns(inOneLine([part])).trim();
}

export function withoutLineBreaks(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => (run.text.includes('\n') ? { ...run, text: run.text.replace(/\n/g, ' ') } : run));
}

/** Whether runs have words, and all of them are in bold. */
export function areInBold(runs: readonly Run[]): boolean {
  return (
    runs.some(({ text }) => hasWord(text)) &&
    runs.every(({ isStrong, text }) => isStrong === true || !hasWord(text))
  );
}

/** Whether all words are links. */
export function areLinked(runs: readonly Run[]): boolean {
  return runs.every(({ link, text }) => link !== undefined || text.trim() === '');
}

/** Runs that are in bold, or are not. */
export function withBold(runs: readonly Run[], isStrong: boolean): readonly Run[] {
  return runs.map((run) => ({ ...run, isStrong }));
}
