import { joinBytes } from '../../base/joinBytes.ts';

/** What comes in piece by piece; a `ReadableStream` of bytes is one. */
export interface Body {
  getReader(): BodyReader;
}

interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

/** All of a body; undefined where it is longer than that, of which no more is read than shows it. Rejects once aborted. */
export async function bytesOf(
  body: Body | null,
  largest: number,
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
      if (length > largest) return undefined;
      pieces.push(value);
    }
  } finally {
    // Of what has come to its end there is nothing to cancel, and of what failed nothing more to say.
    reader.cancel().catch(() => undefined);
  }
}

/** Of a body that nobody will read, so that its connection is free. */
export function letGo(body: Body | null): void {
  body
    ?.getReader()
    .cancel()
    .catch(() => undefined);
}

/** A promise that is not waited for any longer once the signal is given, whether or not it heeds that itself. */
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
