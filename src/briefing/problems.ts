import type { Problem, Range } from './model.ts';

/** How much a problem matters, as VS Code's diagnostics have it. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * All that can be wrong in a briefing. A warning is a slip that the reader pays for; what many good newsletters do is
 * information or a hint at most. `{0}` in a message is the problem's detail.
 */
export const PROBLEMS = {
  empty: {
    severity: 'warning',
    message: 'There is nothing to read in this file. Write a heading and a list of takeaways.',
  },
  'too-large': {
    severity: 'error',
    message: 'The text is too long: it is read up to here. Split it into several files.',
  },
  undecodable: {
    severity: 'warning',
    message: 'These bytes are not UTF-8, so the file is read as {0}. Save it as UTF-8.',
  },
  'bad-front-matter': {
    severity: 'warning',
    message: 'The front matter cannot be read, and was left out. Mend its syntax, or make it shorter.',
  },
  'bad-date': {
    severity: 'warning',
    message: '“{0}” is no date that is in the calendar. Write it as YYYY-MM-DD.',
  },
  'undefined-citation': {
    severity: 'warning',
    message: '{0} points at no reference. Add one with this number, or take the citation out.',
  },
  'unresolved-link': {
    severity: 'information',
    message: 'The link {0} has no definition in this file. Add a line “[{1}]: https://…”.',
  },
  'no-reference': {
    severity: 'information',
    message: 'No reference is given for this takeaway. Link it to its source, or add a section “References”.',
  },
  'duplicate-reference': {
    severity: 'information',
    message: 'This reference is listed above already. Take out one of the two.',
  },
  'uncited-reference': {
    severity: 'hint',
    message: 'Nothing cites this reference. Cite it by its number where it belongs.',
  },
  'empty-section': {
    severity: 'hint',
    message: 'Nothing stands below this heading. Write something, or take the heading out.',
  },
  'unlabelled-takeaway': {
    severity: 'hint',
    message: 'The takeaways beside this one begin with a label. Give it one too: “**Label:** …”.',
  },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly message: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A problem with the severity and the words of its code; `details` fill the places in the message. */
export function problem(code: ProblemCode, range: Range, ...details: readonly string[]): Problem {
  const { severity, message } = PROBLEMS[code];
  const words = message.replace(/\{(\d)\}/g, (_, at: string) => details[Number(at)] ?? '');
  return { code, severity, message: words, details, range };
}

/** Whether the person should see it without asking. */
export function isSerious({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
