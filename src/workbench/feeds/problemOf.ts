import * as vscode from 'vscode';
import type { Failure } from '../../intake/sources/answers.ts';
import type { NotAFeed } from '../../intake/model.ts';
import type { SourceState } from '../../intake/sources/sourceState.ts';

/** Its answer could not be kept. */
export const NOT_SAVED = 'notSaved';

type Reason = Failure | NotAFeed['reason'] | 'gone' | 'offline' | 'noHost' | typeof NOT_SAVED;

/** What is wrong with a source, in a sentence; undefined where nothing is. */
export function problemOf({ reason, status, silence }: SourceState, now: number): string | undefined {
  const { t } = vscode.l10n;
  if (reason === undefined) return undefined;
  if (silence && silence.until > now)
    return t('{0} wants to be left alone until {1}.', silence.host, timeOf(silence.until));
  return reason === 'status' && status !== undefined ? saidStatus(status) : sentence(reason);
}

/** Of an answer to an address that is no source yet, too. */
export function sentence(reason: string): string {
  const { t } = vscode.l10n;
  const sentences: Readonly<Record<Reason, string>> = {
    status: t('The server answers with an error.'),
    unreachable: t('The server cannot be reached.'),
    certificate: t('The server’s certificate is not trusted.'),
    blocked: t('This site does not let a browser read it, or is down. VS Code on the desktop can ask it.'),
    brokenOff: t('The answer ended too early.'),
    timeout: t('The server did not answer within 20 seconds.'),
    tooLarge: t('The answer is larger than 5 MB.'),
    tooMany: t('The address leads from one to the next without an end.'),
    nowhere: t('The address leads on to nowhere.'),
    downgrade: t('The address leads from https to http, where anybody could change it on the way.'),
    noAddress: t('This is no address.'),
    scheme: t('Only addresses that begin with http:// or https:// can be asked.'),
    credentials: t('An address with a name and a password in it is not asked.'),
    internal: t('The address leads into a private network. It is asked only if you write it yourself.'),
    tooLong: t('The address is too long.'),
    empty: t('The answer is empty.'),
    notText: t('The answer is no text.'),
    page: t('This is a page, perhaps one to log in at, and no feed.'),
    noFeed: t('The answer is no feed.'),
    tooDeep: t('The feed is too deeply nested.'),
    gone: t('The feed has been taken down. It is no longer asked.'),
    offline: t('There is no connection.'),
    noHost: t('The host is not known, or there is no connection.'),
    notSaved: t('What is new could not be saved. For details, see “Briefing Reader” in the Output view.'),
  };
  return Object.hasOwn(sentences, reason) ? sentences[reason as Reason] : t('The source cannot be read.');
}

export function saidStatus(status: number): string {
  const { t } = vscode.l10n;
  switch (status) {
    case 401:
    case 403:
      return t('The server does not let anybody in without logging in ({0}).', status);
    case 404:
      return t('There is nothing at this address ({0}).', status);
    case 429:
      return t('The server is asked too often ({0}).', status);
    default:
      return t('The server answers with an error ({0}).', status);
  }
}

function timeOf(time: number): string {
  return new Date(time).toLocaleTimeString(vscode.env.language, { hour: 'numeric', minute: '2-digit' });
}
