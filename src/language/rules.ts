import type { Range } from '../briefing/model.ts';
import { type ProblemCode, PROBLEMS, type Severity } from '../briefing/problems.ts';

/** The rules for a briefing that is being written, in addition to the parser's problems. */
const WRITING_RULES = {
  'front-page-source': {
    severity: 'information',
    message: '{0} leads to a front page, which changes every day. Link to the article instead.',
  },
  'broken-link': {
    severity: 'warning',
    message: 'This link is not closed, or its address has a space in it. Write it as [words](https://…).',
  },
  'placeholder-link': {
    severity: 'warning',
    message: 'This link still has the template’s address. Replace it with the source.',
  },
  'tracking-link': {
    severity: 'information',
    message: 'This link tracks who opens it. Use {0} instead.',
  },
  'same-source': {
    severity: 'hint',
    message: '{0} takeaways rely only on this source. Find a second source.',
  },
  'empty-link-text': {
    severity: 'information',
    message: '“{0}” does not say where the link leads. Name the source.',
  },
  'date-mismatch': {
    severity: 'information',
    message: 'This date is {0}, but the briefing’s is {1}. Change one of them.',
  },
} as const satisfies Readonly<Record<string, { readonly severity: Severity; readonly message: string }>>;

/** All rules, each with its default severity and its message. */
export const RULES = { ...PROBLEMS, ...WRITING_RULES };

export type RuleCode = ProblemCode | keyof typeof WRITING_RULES;

/**
 * A possible improvement in a briefing that is being written. `details` fill the placeholders of the message.
 */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly details: readonly string[];
  readonly range: Range;
}

/** All severities, the most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The severities that the user has set for rules: see the setting `briefings.lint`. */
export type Levels = Readonly<Partial<Record<string, Severity | 'off'>>>;

const LEVELS: ReadonlySet<unknown> = new Set<Severity | 'off'>([...SEVERITIES, 'off']);

/** Reads levels from a value of any type; unknown rules and levels are dropped. */
export function levelsIn(value: unknown): Levels {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([code, level]) => Object.hasOwn(RULES, code) && LEVELS.has(level)),
  );
}

export function finding(code: RuleCode, range: Range, ...details: readonly string[]): Finding {
  const { severity, message } = RULES[code];
  const words = message.replace(/\{(\d)\}/g, (_, at: string) => details[Number(at)] ?? '');
  return { code, severity, message: words, details, range };
}
