import * as vscode from 'vscode';
import type { Failure } from '../../intake/sources/answers.ts';
import type { NotAFeed } from '../../intake/model.ts';
import type { SourceState } from '../../intake/sources/sourceState.ts';

/** The reason if a response could not be stored. */
export const NOT_SAVED = 'notSaved';

type Reason = Failure | NotAFeed['reason'] | 'gone' | 'offline' | 'noHost' | typeof NOT_SAVED;

/** Returns a message about a source's problem; undefined if it has none. */
export function problemOf({ reason, status, silence }: SourceState, now: number): string | undefined {
  const { t } = vscode.l10n;
  if (reason === undefined) return undefined;
  if (silence && silence.until > now)
    return t('{0} is limiting requests and is not contacted until {1}.', silence.host, timeOf(silence.until));
  return reason === 'status' && status !== undefined ? statusMessage(status) : failureMessage(reason);
}

/** Returns the message for a failure; also used for an address that is not a source yet. */
export function failureMessage(reason: string): string {
  const { t } = vscode.l10n;
  const sentences: Readonly<Record<Reason, string>> = {
    status: t('The server returned an error.'),
    unreachable: t('The server cannot be reached.'),
    certificate: t('The server’s certificate is not trusted.'),
    blocked: t('This site is down, or it cannot be read from a browser. Try VS Code on the desktop.'),
    brokenOff: t('The response ended too early.'),
    timeout: t('The server did not respond within 20 seconds.'),
    tooLarge: t('The response is larger than 5 MB.'),
    tooMany: t('The address redirects too many times.'),
    nowhere: t('The address redirects, but the server does not say where to.'),
    downgrade: t('The address redirects from https to http, which is not secure.'),
    noAddress: t('This is not a valid address. Enter one such as https://example.com.'),
    scheme: t('The address must begin with http:// or https://.'),
    credentials: t('Addresses with a user name and password are not supported.'),
    internal: t('The address leads to a private network. It is only contacted if you enter it yourself.'),
    tooLong: t('The address is too long.'),
    empty: t('The response is empty.'),
    notText: t('The response is not text.'),
    page: t('This is a web page, not a feed. It may be a sign-in page.'),
    noFeed: t('The response is not a feed.'),
    tooDeep: t('The feed is too deeply nested.'),
    gone: t('The feed was removed by its publisher and is no longer checked.'),
    offline: t('You are offline.'),
    noHost: t('The host was not found, or you are offline.'),
    notSaved: t('New entries could not be saved. For details, see “Briefing Reader” in the Output view.'),
  };
  return Object.hasOwn(sentences, reason) ? sentences[reason as Reason] : t('The source cannot be read.');
}

export function statusMessage(status: number): string {
  const { t } = vscode.l10n;
  switch (status) {
    case 401:
    case 403:
      return t('The server requires you to sign in ({0}).', status);
    case 404:
      return t('There is nothing at this address ({0}).', status);
    case 429:
      return t('The server received too many requests ({0}).', status);
    default:
      return t('The server returned an error ({0}).', status);
  }
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString(vscode.env.language, { hour: 'numeric', minute: '2-digit' });
}
