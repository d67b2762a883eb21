import type { Problem } from './model.ts';
import { parseBriefing } from './parseBriefing.ts';
import type { ProblemCode } from './problems.ts';
import { writeBriefing } from './writeBriefing.ts';

/** The result of a conversion: a text in canonical Markdown, or why there is none. */
export type Conversion =
  | { readonly kind: 'converted'; readonly text: string }
  /** The text is canonical already. */
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Problems with which a conversion would lose text: the text is not read, or is read as something other than it is. */
const LOSSES: ReadonlySet<ProblemCode> = new Set([
  'empty',
  'too-large',
  'too-dense',
  'not-a-briefing',
  'bad-front-matter',
]);

/**
 * Maximum number of times that the result is written, parsed and written again until it stays the same. Few texts
 * need it more than once.
 */
const ROUNDS = 4;

/** Converts any text that the parser reads to canonical Markdown, with the text's own line endings. */
export function convertToMarkdown(text: string, fileName: string): Conversion {
  const briefing = parseBriefing(text, fileName);
  const loss = briefing.problems.find(({ code }) => LOSSES.has(code));
  if (loss) return { kind: 'refused', problem: loss };
  let written = writeBriefing(briefing);
  for (let round = 1; round < ROUNDS; round++) {
    const again = writeBriefing(parseBriefing(written, fileName));
    if (again === written) break;
    written = again;
  }
  const converted = text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
  return converted === text ? { kind: 'same' } : { kind: 'converted', text: converted };
}
