import { Session, type Profiler } from 'node:inspector';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/*
 * Loads an extension's own entry point, which is `untimedMain` in its manifest, and profiles the extension host until
 * its tree has its first rows. All samples with the extension's code on the stack count as its work: evaluation, calls
 * by VS Code, and continuations after an `await`. What happens before any of that code runs is reading it.
 */

/** Times in ms. */
export interface ActivationTimes {
  /** The time in which Node reads the file, and V8 compiles it or reads what it has compiled before. */
  readonly read: number;
  /** All work until the first rows, without `read`. */
  readonly work: number;
  readonly rows: number;
}

interface Extension {
  activate(context: vscode.ExtensionContext): unknown;
}

/** The time between two samples, in microseconds. */
const INTERVAL = 500;

const here = createRequire(__filename);
const { untimedMain, browser = untimedMain } = here('./package.json') as {
  readonly untimedMain: string;
  /** The extension's code, if its entry point only loads that. */
  readonly browser?: string;
};
const main = path.join(__dirname, untimedMain);
const code = path.join(__dirname, browser);

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
session.post('Profiler.start');

/* The name of this function is searched for on the stack. */
function loadExtension(): Extension {
  return here(main) as Extension;
}

const extension = loadExtension();

const { createTreeView } = vscode.window;
vscode.window.createTreeView = (id, options) => {
  const provider: vscode.TreeDataProvider<unknown> = options.treeDataProvider;
  const getChildren = provider.getChildren.bind(provider);
  provider.getChildren = (element) => {
    const children = getChildren(element);
    if (element === undefined) void tell(children);
    return children;
  };
  return createTreeView(id, options);
};

async function tell(children: vscode.ProviderResult<unknown[]>): Promise<void> {
  const rows = (await children)?.length ?? 0;
  if (rows === 0 || 'activationTimes' in globalThis) return;
  session.post('Profiler.stop', (error, { profile }) => {
    if (error) throw error;
    // The suite reads it there: two extensions share nothing but the global object.
    Object.assign(globalThis, { activationTimes: timesOf(profile, rows) });
  });
}

function timesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, rows: number): ActivationTimes {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = { read: 0, work: 0, rows };
  samples.forEach((id, i) => {
    let isOwn = false;
    let isLoading = false;
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const { url = '', functionName = '' } = frames.get(at) ?? {};
      isOwn ||= url.endsWith(code);
      isLoading ||= url.endsWith(main) || (url.endsWith(__filename) && functionName === loadExtension.name);
    }
    // A process that waits for the processor is sampled late: the wait is not counted as its work.
    const time = Math.min(timeDeltas[i] ?? 0, 2 * INTERVAL) / 1000;
    if (isOwn) times.work += time;
    else if (isLoading) times.read += time;
  });
  return times;
}

export function activate(context: vscode.ExtensionContext): unknown {
  return extension.activate(context);
}
