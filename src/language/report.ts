import { tidy } from '../base/tidy.ts';
import type { Severity } from '../briefing/problems.ts';
import { ADVICE } from './advice.ts';
import type { Finding, RuleCode } from './rules.ts';

/** A finding for those who have no editor: a program, a model. Lines and columns count from 1, as editors show them. */
export interface ReportedFinding {
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly code: RuleCode;
  /** What is wrong. It may quote the text. */
  readonly message: string;
  /** What to do, in words that are ours alone. */
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

/** All severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether something is as grave as that, or graver. */
export function isAsGrave(severity: Severity, than: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(than);
}
