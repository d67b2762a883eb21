import { HAN_OR_KANA } from '../../text/scripts.ts';

/** How a text cites besides `[2]`: as it numbers its sources, `(2)`, or with the number behind a sentence, `stops.2`. */
export type CitationStyle = 'usual' | 'rounds' | 'glued';

/** A citation as it is written: `[2]`, `[1, 3]`, `【2】`, `²`. */
export interface CitationMark {
  readonly written: string;
  readonly index: number;
  /** `2`, `1, 3` or, after a caret, `note`. */
  readonly label: string;
  /** Whether it can be nothing else, if its label is defined nowhere: `[^note]`. */
  readonly isNote: boolean;
}

const NUMBERS = String.raw`\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}`;
/** `[2]`, `[1, 3]` and `[1-3]`, or `[^note]` that no footnote has defined (the footnote plugin leaves it as text). */
const IN_SQUARES = /\[(?<caret>\^?)(?<label>[^[\]\s]{1,40}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){1,20})\]/.source;
/** `[cite: 2, 3]`, `[source: 2]`, as some language models cite. */
const NAMED = String.raw`\[(?:cite|source|ref)s?: ?(?<named>${NUMBERS})\]`;
const IN_WIDE = `【(?<wide>${NUMBERS})】`;
/**
 * `it stops.²`, `it stops²`, `**Ferry stops** ² ³`, and not `12 km²`: after a mark, three letters, a letter of a script
 * without spaces, bold words or another citation. What comes before is looked at last, since most places end here.
 */
const RAISED = String.raw`(?=[⁰¹²³⁴-⁹])(?<=^ ?|[⁰¹²³⁴-⁹] |[\p{Pe}\p{Pf}\p{Po}]|\p{L}{3}|[${HAN_OR_KANA}])(?<raised>[⁰¹²³⁴-⁹]{1,3})`;
/** `it stops (2).`: where a sentence or a line ends, and not `(2) the crane`. */
const IN_ROUNDS = String.raw`(?<=\S\s?)[(（](?<round>\d{1,3})[)）](?=\s*(?:[.,;:!?。，；：！？(（]|$))`;

/**
 * `it stops.2`, `it “stops”.2`, `it stops.”2 Ann`: a raised number that a copy lowered, behind a sentence. Not `2.5`,
 * `stops.2a`, `See No.2`, `Fig.2 shows` or `at noon.2 and`.
 */
const GLUED = String.raw`(?<=(?:(?<!(?<!\p{L})(?:fig|vol|art|sec|tab|abb|eqs?|nos|ref|ver|ch))\p{L}{3}|[%)])(?:[”"’'»)]{0,2}[.!?]|[.!?][”"’'»)]{1,2}))(?<glued>\d{1,3})(?=\s*$|\s+[^\p{Ll}\s])`;

const USUAL = new RegExp([IN_SQUARES, NAMED, IN_WIDE, RAISED].join('|'), 'gu');
const MARKS: Readonly<Record<CitationStyle, RegExp>> = {
  usual: USUAL,
  rounds: new RegExp(`${USUAL.source}|${IN_ROUNDS}`, 'gu'),
  glued: new RegExp(`${USUAL.source}|${GLUED}`, 'gu'),
};
const MAY_CITE: Readonly<Record<CitationStyle, RegExp>> = {
  usual: /[[【¹²³⁰⁴-⁹]/,
  rounds: /[[【¹²³⁰⁴-⁹]|[(（]\d/,
  glued: /[[【¹²³⁰⁴-⁹]|[.,;:!?”"’'»)]\d/,
};

/** Whether words may have a citation: a cheap first check. */
export function mayCite(words: string, style: CitationStyle): boolean {
  return MAY_CITE[style].test(words);
}

/** Finds what may be citations in words. */
export function citationMarks(words: string, style: CitationStyle): CitationMark[] {
  const marks: CitationMark[] = [];
  for (const { 0: written, index, groups = {} } of words.matchAll(MARKS[style])) {
    const { caret, label, named, wide, round, glued, raised = '' } = groups;
    marks.push({
      written,
      index,
      label: label ?? named ?? wide ?? round ?? glued ?? digitsOf(raised),
      isNote: caret === '^',
    });
  }
  return marks;
}

/** `[3] Title`, `【3】Title`, `³ Title`; `[R 3] Title` is also a number, but not one that is cited. */
const AT_START = /^(?:\[(?:(\d{1,3})|\p{Lu}\s?\d{1,3})\]|【(\d{1,3})】|([⁰¹²³⁴-⁹]{1,3})(?=\s))\s*/u;

/** Returns the number that a line gives to the source that it names, and the length of that. */
export function numberAtStart(line: string): { readonly label: string | undefined; readonly length: number } {
  const [written = '', squares, wide, raised] = AT_START.exec(line) ?? [];
  const label = squares ?? wide ?? (raised === undefined ? undefined : digitsOf(raised));
  return { label, length: written.length };
}

function digitsOf(raised: string): string {
  return raised.normalize('NFKD');
}
