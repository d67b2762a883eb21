import { tidy } from '../base/tidy.ts';
import type { Severity } from '../briefing/problems.ts';
import { ADVICE } from './advice.ts';
import type { Finding, RuleCode } from './rules.ts';

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

/** All severities, the most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether a severity is at least as severe as another. */
export function isAtLeastAsSevere(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(than);
}
