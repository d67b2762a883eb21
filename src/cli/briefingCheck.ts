import path from 'node:path';
import { parseBriefing } from '../briefing/parseBriefing.ts';
import type { Severity } from '../briefing/problems.ts';
import { decodeBytes } from '../briefing/text/bytes/decodeBytes.ts';
import { checkBriefing } from '../language/checkBriefing.ts';
import { isAtLeastAsSevere, pluralize, type ReportedFinding, reportedFinding } from '../language/report.ts';
import { type Levels, SEVERITIES } from '../language/rules.ts';
import { bytesOf, filesAt } from './files.ts';
import { type CheckOptions, HELP, readOptions } from './options.ts';
import type { Output } from './output.ts';

/** A finding and its file. */
interface Line extends ReportedFinding {
  readonly file: string;
}

const OK = 0;
const FAILED = 1;
const USAGE_ERROR = 2;

/** Runs `briefing-check ARGS`, and returns its exit code. */
export function briefingCheck(args: readonly string[], version: string, output: Output): number {
  const options = readOptions(args);
  switch (options.kind) {
    case 'help':
      for (const line of HELP.split('\n')) output.out(line);
      return OK;
    case 'version':
      output.out(version);
      return OK;
    case 'wrong':
      output.error(`briefing-check: ${options.message}`);
      output.error('Try briefing-check --help.');
      return USAGE_ERROR;
    case 'check':
      return check(options, output);
  }
}

function check({ paths, format, failOn, levels }: CheckOptions, output: Output): number {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const all: Line[] = [];
  let files = 0;
  let faults = 0;
  const reportFault = (file: string, fault: string) => {
    faults++;
    output.error(`briefing-check: ${file} ${fault}`);
  };
  for (const found of paths.flatMap(filesAt)) {
    const { file } = found;
    const lines = 'fault' in found ? found.fault : findingsIn(file, levels);
    if (typeof lines === 'string') {
      reportFault(file, lines);
      continue;
    }
    files++;
    for (const line of lines) {
      counts[line.severity]++;
      if (format === 'json') all.push(line);
      else if (format === 'github') output.command(annotation(line));
      else output.out(textLine(line));
    }
  }
  if (format === 'json') for (const line of JSON.stringify(all, undefined, 2).split('\n')) output.out(line);
  output.error(summary(files, counts));
  if (faults > 0) return USAGE_ERROR;
  return SEVERITIES.some((severity) => counts[severity] > 0 && isAtLeastAsSevere(severity, failOn))
    ? FAILED
    : OK;
}

/** The findings in a file, or why it cannot be read. */
function findingsIn(file: string, levels: Levels): readonly Line[] | string {
  const bytes = bytesOf(file);
  if (typeof bytes === 'string') return bytes;
  const decoded = decodeBytes(bytes);
  if (decoded.kind === 'binary') return 'is not a text file';
  const name = path.basename(file);
  const findings = checkBriefing(parseBriefing(decoded.text, name), name, levels);
  return [...decoded.problems, ...findings].map((one) => ({ file, ...reportedFinding(one) }));
}

/** `a.md:3:1 warning bad-date “2026-02-30” is not a date in the calendar. Write it as YYYY-MM-DD.` */
function textLine({ file, line, column, severity, code, message }: Line): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message}`;
}

/** `warning file=a.md,line=3,col=1,title=bad-date::…`: GitHub shows it beside the line. */
function annotation({ file, line, column, severity, code, message }: Line): string {
  const kind = severity === 'error' || severity === 'warning' ? severity : 'notice';
  const place = `file=${escaped(file, /[%\r\n:,]/g)},line=${line},col=${column}`;
  return `${kind} ${place},title=${code}::${escaped(message, /[%\r\n]/g)}`;
}

function escaped(text: string, marks: RegExp): string {
  return text.replace(marks, encodeURIComponent);
}

/** `3 files: 0 errors, 1 warning, 2 information, 4 hints` */
function summary(files: number, { error, warning, information, hint }: Record<Severity, number>): string {
  const counted = [pluralize(error, 'error'), pluralize(warning, 'warning'), `${information} information`];
  return `${pluralize(files, 'file')}: ${[...counted, pluralize(hint, 'hint')].join(', ')}`;
}
