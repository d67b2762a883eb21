import { joinFilled } from '../base/joinFilled.ts';
import * as vscode from 'vscode';
import type { TimeFormats } from '../base/formatTime.ts';
import { tidy } from '../base/tidy.ts';
import type { ShownReference } from '../briefing/render/shownReference.ts';
import { fileNameOf } from '../library/files/fileName.ts';
import { EXTENSION_ID } from './extensionId.ts';
import { plural } from './plural.ts';

/** The part of a path that ends with the folder that VS Code keeps for the extension. */
const STORAGE = `/globalstorage/${EXTENSION_ID}/`;

/**
 * A file's path for display: `briefings/monday.md`, or `inbox/feed-a.example/monday.md` for a file that VS Code keeps for
 * the extension. `tidy` makes visible what a name could hide.
 */
export function pathLabel(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  const internal = path.toLowerCase().lastIndexOf(STORAGE);
  return tidy(internal < 0 ? path : path.slice(internal + STORAGE.length));
}

/** A file's name for display: `monday.txt`. */
export function fileLabel(uri: vscode.Uri): string {
  return tidy(fileNameOf(uri.toString()));
}

/** What is shown after the name of a reference: `Harbour Office · harbour.example`. */
export function placeLabel({ site, host }: Omit<ShownReference, 'name'>): string {
  return joinFilled([site, host], ' · ');
}

/** `{0} min`, `{0} h`: with a placeholder for the number. */
export function timeWords(): TimeFormats {
  const { t } = vscode.l10n;
  return { minutes: t('{0} min', '{0}'), hours: t('{0} h', '{0}') };
}

/** `2025-08-19` -> the date as the user's language writes it. */
export function dateLabel(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

/** `Aug 19`, with the year if it is not the current one: for narrow spaces. */
export function shortDateLabel(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== String(new Date().getFullYear()) && { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** `5 items` */
export function itemsLabel(count: number): string {
  return count === 1 ? vscode.l10n.t('1 item') : plural('{0} items', count);
}

/** `checked at 8:15` -> `Checked at 8:15`, by the rules of the user's language. */
export function capitalized(text: string): string {
  const { language } = vscode.env;
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
