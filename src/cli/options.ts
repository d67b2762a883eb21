import { parseArgs } from 'node:util';
import type { Severity } from '../briefing/problems.ts';
import { type Levels, levelsIn, RULES, SEVERITIES } from '../language/rules.ts';

/** How findings are printed: one line each, as one JSON list, or as GitHub Actions annotations. */
export type Format = 'text' | 'json' | 'github';

export interface CheckOptions {
  readonly kind: 'check';
  readonly paths: readonly string[];
  readonly format: Format;
  /** The check fails if there is a finding of this severity or a higher one. */
  readonly failOn: Severity;
  readonly levels: Levels;
}

export type Options =
  CheckOptions | { readonly kind: 'help' | 'version' } | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `Usage: briefing-check [options] FILE|FOLDER…

Checks briefings: that each claim has its source, and that sources can be followed.
In a folder it checks all .md, .markdown, .txt, .org, .rst, .adoc and .briefing.json files, also in
subfolders, except node_modules, links, and names that begin with a dot.

  --fail-on SEVERITY   exit with 1 on findings of this severity or higher:
                       error, warning, information, hint (default: error)
  --level CODE=LEVEL   the severity of a finding, or off. Can be repeated.
  --json               print one JSON list
  --github             print annotations for GitHub Actions
  -h, --help           print this
  -v, --version        print the version

Exit codes: 0 no findings of this severity, 1 findings, 2 invalid usage or unreadable file.`;

/** Parses the command line's arguments. */
export function readOptions(args: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return usageError(error instanceof Error ? (error.message.split(/\. |\n/)[0] ?? '') : String(error));
  }
  const { values, positionals: paths } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values.json && values.github) return usageError('Choose one of --json and --github.');
  const failOn = SEVERITIES.find((severity) => severity === values['fail-on']);
  if (!failOn)
    return usageError(`“${values['fail-on']}” is not a severity. Choose from ${SEVERITIES.join(', ')}.`);
  const levels: Record<string, unknown> = {};
  for (const assignment of values.level) {
    const [, code = '', level] = /^([^=]+)=(.+)$/.exec(assignment) ?? [];
    const parsedLevel = levelsIn(Object.fromEntries([[code, level]]));
    if (!Object.hasOwn(parsedLevel, code))
      return usageError(
        Object.hasOwn(RULES, code) || level === undefined
          ? `“${assignment}” is not a level. Write it as CODE=LEVEL, such as no-reference=error.`
          : `“${code}” is not the code of a problem. Choose from ${Object.keys(RULES).join(', ')}.`,
      );
    levels[code] = level;
  }
  if (paths.length === 0) return usageError('No file or folder was given.');
  const format = values.json ? 'json' : values.github ? 'github' : 'text';
  return { kind: 'check', paths, format, failOn, levels: levelsIn(levels) };
}

function usageError(message: string): Options {
  return { kind: 'wrong', message };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'fail-on': { type: 'string', default: 'error' },
      level: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      github: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
}
