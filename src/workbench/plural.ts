import * as vscode from 'vscode';

/**
 * Returns a message with a count (`{0}`, as `1,177`) in the plural form of the user's language. English has one form for
 * all counts but 1, and callers use a separate message for 1. Languages with more forms have them in their bundle, under
 * the message and the category that `Intl.PluralRules` gives: `{0} items/few`.
 */
export function plural(message: string, count: number, more = ''): string {
  const { t, bundle = {} } = vscode.l10n;
  const { language } = vscode.env;
  const form = `${message}/${new Intl.PluralRules(language).select(count)}`;
  // The first format of a number takes milliseconds, which the first rows of the sidebar would wait for.
  const number = count < 1000 ? String(count) : count.toLocaleString(language);
  return t(Object.hasOwn(bundle, form) ? form : message, number, more);
}
