import { isRecord } from '../../base/isRecord.ts';
import type { FetchFailure, FetchResult } from './fetchResult.ts';

/** The names of errors in Node, Electron and browsers. The first match counts. */
const OFFLINE =
  /ENETUNREACH|ENETDOWN|EAI_AGAIN|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_(?:CHANGED|IO_SUSPENDED)/;
const NO_HOST = /ENOTFOUND|ERR_NAME_NOT_RESOLVED/;
const FAILURES: readonly (readonly [RegExp, FetchFailure])[] = [
  [/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ERR_(?:TLS|SSL)|EPROTO|SSL routines/, 'certificate'],
  [/ETIMEDOUT|TIMED_OUT|TIMEOUT/, 'timeout'],
  [/ECONNREFUSED|EHOSTUNREACH|ERR_CONNECTION_REFUSED|ERR_ADDRESS_UNREACHABLE/, 'unreachable'],
  [
    /ECONNRESET|EPIPE|UND_ERR|ERR_CONNECTION|ERR_(?:EMPTY|INVALID)|HPE_|Z_[A-Z]+_ERROR|terminated|network error|other side/,
    'brokenOff',
  ],
  [/^(?:TypeError )?(?:Failed to fetch|Load failed|NetworkError when)/m, 'blocked'],
];

/** Maximum number of levels of causes, and of parts of an error, that are examined. */
const MAX_DEPTH = 5;

/** Maps an error of `fetch` to a result. Being offline does not count as a failure. */
export function failureOf(error: unknown): FetchResult {
  const names = namesOf(error, MAX_DEPTH);
  if (OFFLINE.test(names)) return { kind: 'offline', reason: 'offline' };
  if (NO_HOST.test(names)) return { kind: 'offline', reason: 'noHost' };
  const [, reason = 'unreachable'] = FAILURES.find(([form]) => form.test(names)) ?? [];
  return { kind: 'failed', reason };
}

/** The messages and codes of an error and of its causes: `fetch failed`, `ECONNREFUSED`. */
function namesOf(error: unknown, depth: number): string {
  if (!isRecord(error) || depth === 0) return '';
  const { code, message, cause, errors } = error;
  const parts: readonly unknown[] = Array.isArray(errors) ? errors.slice(0, MAX_DEPTH) : [];
  const own = [code, message].filter((name) => typeof name === 'string').map((name) => name.slice(0, 500));
  return [...own, ...[cause, ...parts].map((one) => namesOf(one, depth - 1))].join('\n');
}
