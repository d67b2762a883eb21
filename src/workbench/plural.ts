import * as vscode from 'vscode';

/**
 * A message that says a count, its `{0}`, in the form that the language has for it. English tells one from more, and one
 * has a message of its own. A language with further forms has them in its bundle under the message and what `Intl` calls
 * the form: `{0} items/few`.
 */
export function plural(message: string, count: number, more = ''): string {
  const { t, bundle = {} } = vscode.l10n;
  const form = `${message}/${new Intl.PluralRules(vscode.env.language).select(count)}`;
  return t(Object.hasOwn(bundle, form) ? form : message, count, more);
}
