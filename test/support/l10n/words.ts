import { getL10nJson } from '@vscode/l10n-dev';
import fs from 'node:fs';
import path from 'node:path';
import { PROBLEMS } from '../../../src/briefing/problems.ts';
import { FIXES } from '../../../src/language/fixes/fix.ts';
import { RULES } from '../../../src/language/rules.ts';
import { REPO } from '../paths.ts';

/** `l10n/bundle.l10n.json`: the messages of the extension. A comment distinguishes the plural forms of a message. */
export type Bundle = Readonly<
  Record<string, string | { readonly message: string; readonly comment: readonly string[] }>
>;

export const BUNDLE = 'l10n/bundle.l10n.json';

/** The plural forms for which English has no message, by their names in `Intl.PluralRules`: see `plural.ts`. */
const FORMS = ['one', 'few'];

const VSCODE = "import * as vscode from 'vscode';";

/** The messages that are passed to `t` as variables; they all come from these tables. */
const TABLES = [
  ...Object.values({ ...PROBLEMS, ...RULES }).map(({ message }) => message),
  ...Object.values(FIXES),
];

/** All messages in src, sorted as in the file. */
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

/** Writes out `vscode.l10n.t` in all calls, the only name that l10n-dev looks for. All files are joined, for speed. */
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

/** The bundle as JSON, formatted like Prettier does. */
export function writtenBundle(bundle: Bundle): string {
  const json = JSON.stringify(bundle, undefined, 2).replace(/\[\s+("\w+")\s+\]/g, '[$1]');
  return `${json}\n`;
}
