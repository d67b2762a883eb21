import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { REPO } from '../paths.ts';

/** Sums over all pages, and pages that have a fault: zero, whatever a briefing's author wrote. */
const SUMS = ['scriptsRun', 'scriptsOnTouch', 'dialogs', 'requestsAttempted', 'forbiddenLinks'];
const FAULTS = [
  ...['script', 'scriptOnTouch', 'dialog', 'network', 'relativeLoad', 'navigated', 'localFile'],
  ...['badElement', 'badAttribute', 'handlerAttribute', 'style', 'clobber', 'remoteAttribute', 'badLink'],
  ...['vscodeApi', 'cspBlocked', 'hang', 'crash', 'spoofUserinfo', 'spoofEmptyLink', 'spoofBidi'],
];

/** Pages with something that must be told, and is: test/briefing/support/checkHtml.ts says that the host is there to be seen. */
const TOLD = ['spoofMismatch', 'spoofHomograph', 'spoofInvisible'];

type Counts = readonly (readonly [kind: string, count: number])[];

/** What a browser found in a folder of pages. */
export interface Findings {
  readonly pages: number;
  readonly links: number;
  /** How many there are of each kind of harm, those that there are none of included. */
  readonly counts: Counts;
  /** Pages with what is no harm as long as a person is told of it. */
  readonly told: Counts;
  /** Each page that has a fault, with the markup that shows it. */
  readonly faults: readonly string[];
}

export interface CheckOptions {
  /** Only what stands in this element is held against the allowlists. */
  readonly root: string;
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
  /** A page without harm: what it runs and loads is ours. */
  readonly baseline?: string;
  /** Where requests are answered from: an address, and the folder it stands for. */
  readonly serve?: readonly (readonly [address: string, folder: string])[];
}

/** Has ../shared/hostile/check-dom.mjs load each page of a folder, in a browser that answers all requests itself. */
export function checkDom(
  script: string,
  chromium: string,
  folder: string,
  { root, elements, attributes, baseline, serve = [] }: CheckOptions,
): Findings {
  const details = `${folder}.jsonl`;
  const output = execFileSync(
    process.execPath,
    [
      ...[fs.realpathSync(script), folder, '--jobs', '12', '--details', details],
      ...['--root', root, '--tags', elements.join(','), '--attrs', attributes.join(',')],
      ...(baseline === undefined ? [] : ['--baseline', baseline]),
      ...serve.flatMap(([address, place]) => ['--serve', `${address}=${place}`]),
    ],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      // It lies outside of the repository, and is lent the repository's playwright-core.
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
