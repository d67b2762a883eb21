import type { Problem, Range } from './model.ts';

/** How severe a problem is, with the names of VS Code's diagnostics. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * All problems that a briefing can have. A warning is a mistake that makes the briefing harder to read. What many
 * good newsletters do is information or a hint. `{0}` in a message is replaced by the problem's first detail.
 */
export const PROBLEMS = {
  empty: {
    severity: 'warning',
    message: 'There is nothing to read in this file. Add a heading and a list of takeaways.',
  },
  'too-large': {
    severity: 'error',
    message: 'The text is too long. Only the text up to here is shown. Split it into several files.',
  },
  'too-dense': {
    severity: 'warning',
    message:
      'The text is too complex to read in full. From here on, it is shown unformatted. Split it into several files.',
  },
  undecodable: {
    severity: 'warning',
    message:
      'The file is not valid UTF-8 or UTF-16. It is read as {0}, so some characters may be wrong. Save it as UTF-8.',
  },
  'not-a-briefing': {
    severity: 'warning',
    message:
      'This JSON is not a briefing, so it is shown as plain text. Use this structure: { "title": "…", "sections": [{ "title": "…", "stories": [{ "headline": "…", "body": "…", "sources": [{ "name": "…", "url": "…" }] }] }] }.',
  },
  'cut-json': {
    severity: 'warning',
    message: 'The JSON ends too early. The text up to here is shown. Generate it again, or complete it.',
  },
  'bad-front-matter': {
    severity: 'warning',
    message: 'The front matter is invalid and was ignored. Fix its syntax, or shorten it.',
  },
  'bad-date': {
    severity: 'warning',
    message: '“{0}” is not a valid date. Write it as YYYY-MM-DD.',
  },
  'undefined-citation': {
    severity: 'warning',
    message: '{0} has no reference. Add one, or remove the citation.',
  },
  'unresolved-link': {
    severity: 'information',
    message: 'The link {0} has no definition in this file. Add a line “[{1}]: https://…”.',
  },
  'no-reference': {
    severity: 'information',
    message: 'This takeaway cites no source. Link its source, or cite one of the references by its number.',
  },
  'duplicate-reference': {
    severity: 'information',
    message: 'This reference is already listed above. Remove one of them.',
  },
  'uncited-reference': {
    severity: 'hint',
    message: 'Nothing cites this reference. Cite it by its number where it belongs.',
  },
  'empty-section': {
    severity: 'hint',
    message: 'This section is empty. Add some text, or remove the heading.',
  },
  'unlabelled-takeaway': {
    severity: 'hint',
    message: 'The other takeaways here begin with a label. Add one: “**Label:** …”.',
  },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly message: string }>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Creates a problem with the severity and message of its code; `details` replace the message's placeholders. */
export function problem(code: ProblemCode, range: Range, ...details: readonly string[]): Problem {
  const { severity, message } = PROBLEMS[code];
  const words = message.replace(/\{(\d)\}/g, (_, at: string) => details[Number(at)] ?? '');
  return { code, severity, message: words, details, range };
}

/** Whether the problem is shown to the user without being asked for. */
export function isSerious({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
