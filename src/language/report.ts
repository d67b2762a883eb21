import { tidy } from '../base/tidy.ts';
import type { Severity } from '../briefing/problems.ts';
import { ADVICE } from './advice.ts';
import { type Finding, type RuleCode, SEVERITIES } from './rules.ts';

/** A finding for readers without an editor: a program, a model. Lines and columns are 1-based, as editors show them. */
export interface ReportedFinding {
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: RuleCode;
  /** What is wrong. It may quote the briefing's text. */
  readonly message: string;
  /** What to do. It never quotes the briefing. */
  readonly fix: string;
}

export function reportedFinding({ code, severity, message, range: { start } }: Finding): ReportedFinding {
  return {
    line: start.line + 1,
    column: start.character + 1,
    severity,
    code,
    message: tidy(message),
    fix: ADVICE[code],
  };
}

/** Whether a severity is at least as severe as another. */
export function isAtLeastAsSevere(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(than);
}

/** `1 problem`, `2 problems`: programs and models are addressed in English. */
export function pluralize(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
