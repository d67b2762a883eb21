import fs from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { EXTENSION_ID } from '../../../../src/workbench/extensionId.ts';
import type { ExtensionParts } from '../../../../src/extension.ts';
import { resultRow } from '../../../../src/workbench/search/resultRows.ts';
import { SearchIndex } from '../../../../src/search/searchIndex.ts';
import { storageIn } from '../../../../src/workbench/files/storage.ts';
import { Finder } from '../../../../src/workbench/search/finder.ts';
import { withMark } from '../../suite/suiteLines.ts';

/** The measurements of the search in VS Code's own extension host. Times in ms. */
export interface SearchTimes {
  readonly items: number;
  /** The time until the saved index can be searched. */
  readonly load: number;
  /** The time from there until all briefings can be searched. */
  readonly build: number;
  /** The longest delay of the event loop during loading, building and saving, and its 99th percentile. */
  readonly worstGap: number;
  readonly usualGap: number;
  /** The time of saving the index. */
  readonly keep: number;
  /** For each typed prefix of the queries, the time until its rows are made. */
  readonly keys: readonly (readonly [query: string, time: number])[];
}

/** The queries to type key by key: common and rare words, filters, phrases, typing errors, and one without hits. */
const QUERIES = [
  'ministry of the first figures',
  'harbour opens two ports',
  'district 4711',
  'guminoer karomi',
  'minstry delays tariff',
  '"the night shift" rail -energy',
  'is:unread courts',
  'is:starred',
  'site:notices.example notice 47',
  'after:2025-06 before:2026 grain',
  'zzyzx',
];
const SHOWN = 100;

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The entry point: for VS Code, this file is a test suite. */
export async function run(): Promise<void> {
  fs.writeFileSync(process.env['HOST_RESULT'] ?? '', JSON.stringify(await measure()));
  console.log(withMark('  1 passing (1s)'));
}

async function measure(): Promise<SearchTimes> {
  const extension = vscode.extensions.getExtension<ExtensionParts>(EXTENSION_ID);
  if (!extension) throw new Error('The extension is not there.');
  const { library, readingLog, ready } = await extension.activate();
  await ready;
  await pause(2000);
  const files = storageIn(vscode.Uri.file(process.env['SEARCH_FOLDER'] ?? ''));
  const index = new SearchIndex(library, files, SILENT, ready);
  const gaps = monitorEventLoopDelay({ resolution: 5 });
  gaps.enable();
  const begun = performance.now();
  await index.start();
  const loaded = performance.now();
  await index.complete();
  const built = performance.now();
  await index.keep();
  const kept = performance.now();
  gaps.disable();
  const finder = new Finder(index, readingLog);
  const show = (text: string) => {
    for (const hit of finder.find(text, SHOWN).hits) resultRow(hit, readingLog);
  };
  const keys = QUERIES.flatMap((query) => type(query, show));
  const { size } = index.corpus;
  index.dispose();
  files.dispose();
  return {
    items: size,
    load: loaded - begun,
    build: built - loaded,
    keep: kept - built,
    worstGap: gaps.max / 1e6,
    usualGap: gaps.percentile(99) / 1e6,
    keys,
  };
}

function type(query: string, search: (text: string) => void): (readonly [string, number])[] {
  return Array.from(query, (_, i) => {
    const text = query.slice(0, i + 1);
    const begun = performance.now();
    search(text);
    return [text, performance.now() - begun];
  });
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
