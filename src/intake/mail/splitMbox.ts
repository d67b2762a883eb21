import { latinText } from './mailShape.ts';

/** `From ann@a.example Wed Oct 09 19:21:49 2002`, at the start or after a blank line. */
const FROM_LINE = /(?:^|(?<=\n\r?\n))From [^\r\n]{0,400}\r?\n(?=[!-9;-~]{1,100}:|>?From )/g;
/** The same inside a message, which is written with one more `>`. */
const QUOTED_FROM = /^>(?=>*From )/gm;

/** Yields the messages of an mbox, each as it was sent. A file without `From ` lines is one message. */
export function* splitMbox(bytes: Uint8Array): Generator<Uint8Array> {
  const text = latinText(bytes);
  let from: number | undefined;
  for (const { index, 0: line } of text.matchAll(FROM_LINE)) {
    if (from !== undefined) yield unquoteFrom(bytes.subarray(from, index), text.slice(from, index));
    from = index + line.length;
  }
  if (from === undefined) yield bytes;
  else yield unquoteFrom(bytes.subarray(from), text.slice(from));
}

/** Removes the additional `>`. `text`: `bytes` with one character per byte, so that offsets are the same. */
function unquoteFrom(bytes: Uint8Array, text: string): Uint8Array {
  const marks = [...text.matchAll(QUOTED_FROM)].map(({ index }) => index);
  if (marks.length === 0) return bytes;
  const message = new Uint8Array(bytes.length - marks.length);
  let from = 0;
  marks.forEach((mark, before) => {
    message.set(bytes.subarray(from, mark), from - before);
    from = mark + 1;
  });
  message.set(bytes.subarray(from), from - marks.length);
  return message;
}
