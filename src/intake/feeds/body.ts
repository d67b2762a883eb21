import { joinBytes } from '../../base/joinBytes.ts';

/** A body that comes in chunks, such as a `ReadableStream` of bytes. */
export interface Body {
  getReader(): BodyReader;
}

interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** Reads a body; undefined if it is longer than `maxSize`, at which reading stops. Rejects once aborted. */
export async function readBody(
  body: Body | null,
  maxSize: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  const reader = body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await orAborted(reader.read(), signal);
      if (done) return joinBytes(pieces);
      if (!value) continue;
      length += value.length;
      if (length > maxSize) return undefined;
      pieces.push(value);
    }
  } finally {
    // A body that was read to its end need not be cancelled, and the errors of a failed one were reported.
    reader.cancel().catch(() => undefined);
  }
}

/** Discards a body that nobody will read, to free its connection. */
export function discardBody(body: Body | null): void {
  body
    ?.getReader()
    .cancel()
    .catch(() => undefined);
}

/** Wraps a promise to reject as soon as the signal is aborted, whether or not the promise itself reacts to it. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(new Error('Aborted.'));
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', stop);
    });
  });
}
