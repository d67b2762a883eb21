import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';

/** The kinds of harm, as sums over all pages and as flags of pages: all zero, whatever a briefing's author wrote. */
const SUMS = ['scriptsRun', 'scriptsOnTouch', 'dialogs', 'requestsAttempted', 'forbiddenLinks'];
const FAULTS = [
  ...['script', 'scriptOnTouch', 'dialog', 'network', 'relativeLoad', 'navigated', 'localFile'],
  ...['badElement', 'badAttribute', 'handlerAttribute', 'style', 'clobber', 'remoteAttribute', 'badLink'],
  ...['vscodeApi', 'cspBlocked', 'hang', 'crash', 'spoofUserinfo', 'spoofEmptyLink', 'spoofBidi'],
];

/** Flags for what has to be disclosed, and is: test/briefing/support/checkHtml.ts checks that the host is shown. */
const TOLD = ['spoofMismatch', 'spoofHomograph', 'spoofInvisible'];

type Counts = readonly (readonly [kind: string, count: number])[];

/** The results of checking a folder of pages in a browser. */
export interface Findings {
  readonly pages: number;
  readonly links: number;
  /** The number of each kind of harm, including those with zero. */
  readonly counts: Counts;
  /** The number of pages with what is harmless as long as it is disclosed. */
  readonly told: Counts;
  /** The pages that have a fault, each with the markup that shows it. */
  readonly faults: readonly string[];
}

export interface CheckOptions {
  /** A selector: only the contents of this element are checked against the allowlists. */
  readonly root: string;
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  /** A harmless page: what it runs and loads is the extension's own. */
  readonly baseline?: string;
}

/** Runs ../shared/hostile/check-dom.mjs, which loads all pages of a folder in a browser and answers all requests. */
export function checkDom(
  script: string,
  chromium: string,
  folder: string,
  { root, elements, attributes, baseline }: CheckOptions,
): Findings {
  const details = `${folder}.jsonl`;
  const output = execFileSync(
    process.execPath,
    [
      ...[fs.realpathSync(script), folder, '--jobs', '12', '--details', details],
      ...['--root', root, '--tags', elements.join(','), '--attrs', attributes.join(',')],
      ...(baseline === undefined ? [] : ['--baseline', baseline]),
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      // The script is outside of the repository, and uses the repository's playwright-core.
      env: { ...process.env, CHROMIUM: chromium, NODE_PATH: path.join(REPO, 'node_modules') },
    },
  );
  const summary = JSON.parse(output) as Summary;
  const sums = SUMS.map((kind) => [kind, Number(summary[kind])] as const);
  const flagged = (kinds: readonly string[]): Counts =>
    kinds.map((kind) => [kind, summary.flags[kind] ?? 0] as const);
  return {
    pages: summary.documents,
    links: summary.links,
    counts: [...sums, ...flagged(FAULTS)],
    told: flagged(TOLD),
    faults: [...sums.filter(([, count]) => count !== 0).map(String), ...faultyPages(details)],
  };
}

interface Summary extends Readonly<Record<string, unknown>> {
  readonly documents: number;
  readonly links: number;
  readonly flags: Readonly<Record<string, number>>;
}

interface PageRecord {
  readonly name: string;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly dom?: { readonly samples: readonly string[] };
  readonly error?: string;
}

function faultyPages(details: string): string[] {
  const records = fs.readFileSync(details, 'utf8').split('\n');
  return records.flatMap((line) => {
    const { name, flags, dom, error = '' } = JSON.parse(line) as PageRecord;
    const found = Object.keys(flags).filter((flag) => flags[flag] === true && !TOLD.includes(flag));
    return found.length > 0 ? `${name}: ${[...found, error, ...(dom?.samples ?? [])].join(' ')}` : [];
  });
}
