import { getL10nJson } from '@vscode/l10n-dev';
import fs from 'node:fs';
import path from 'node:path';
import { PROBLEMS } from '../../../src/briefing/problems.ts';
import { FIXES } from '../../../src/language/fixes/fix.ts';
import { RULES } from '../../../src/language/rules.ts';
import { REPO } from '../paths.ts';

/** `l10n/bundle.l10n.json`: what the extension says while it runs. A comment tells a form of a count from the others. */
export type Bundle = Readonly<
  Record<string, string | { readonly message: string; readonly comment: readonly string[] }>
>;

export const BUNDLE = 'l10n/bundle.l10n.json';

/** The forms of a count that English has no message for, as `Intl.PluralRules` calls them: see `plural.ts`. */
const FORMS = ['one', 'few'];

const VSCODE = "import * as vscode from 'vscode';";

/** What stands behind a call of a variable is in one of these tables. */
const TABLES = [
  ...Object.values({ ...PROBLEMS, ...RULES }).map(({ message }) => message),
  ...Object.values(FIXES),
];

/** All words in src, in the order in which they are written in a file. */
export async function wordsInSource(): Promise<Bundle> {
  const files = fs
    .readdirSync(path.join(REPO, 'src/workbench'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fs.readFileSync(path.join(REPO, 'src/workbench', file), 'utf8'));
  const found = await getL10nJson([{ extension: '.ts', contents: [VSCODE, ...files.map(named)].join('\n') }]);
  const counted = Object.keys(found).filter((message) => files.some((text) => isCounted(text, message)));
  const forms = counted.flatMap((message) =>
    FORMS.map((form) => [`${message}/${form}`, { message, comment: [form] }] as const),
  );
  const all: Bundle = {
    ...found,
    ...Object.fromEntries(TABLES.map((message) => [message, message])),
    ...Object.fromEntries(forms),
  };
  const keys = Object.keys(all).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(keys.map((key) => [key, all[key] ?? '']));
}

/** With the calls by their full name, the only one that is looked for. In one text for all files: each takes its time. */
function named(text: string): string {
  return text
    .replace(VSCODE, '')
    .replace(/^ *const \{ t(?:, .*)? \} = vscode\.l10n;$/gm, '')
    .replace(/(?<![\w.])(?:t|plural)\((?=\s*')/g, 'vscode.l10n.t(');
}

function isCounted(text: string, message: string): boolean {
  const at = text.indexOf(`'${message}'`);
  return at >= 0 && text.slice(0, at).trimEnd().endsWith('plural(');
}

/** As it is committed: in Prettier's form. */
export function writtenBundle(bundle: Bundle): string {
  const json = JSON.stringify(bundle, undefined, 2).replace(/\[\s+("\w+")\s+\]/g, '[$1]');
  return `${json}\n`;
}
