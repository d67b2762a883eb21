import { joinBytes } from '../joinBytes.ts';
import { Slices } from '../async/slices.ts';

/** The size of the pieces that are packed at a time, in UTF-16 units. */
const PIECE = 0x10000;
/** The number of unpacked bytes after which to check whether to yield; a check costs more than a line. */
const CHECK_INTERVAL = 0x2000;

const LINE_FEED = 10;

/** Packs lines with gzip, in slices. */
export async function packLines(lines: Iterable<string>): Promise<Uint8Array> {
  const packer = new CompressionStream('gzip');
  const bytes = new Response(packer.readable).arrayBuffer();
  const writer = packer.writable.getWriter();
  const slices = new Slices();
  const encoder = new TextEncoder();
  let piece: string[] = [];
  let length = 0;
  const write = async () => {
    await slices.turn();
    await writer.write(encoder.encode(piece.join('')));
    piece = [];
    length = 0;
  };
  for (const line of lines) {
    piece.push(line, '\n');
    length += line.length;
    if (length > PIECE) await write();
  }
  await write();
  await writer.close();
  return new Uint8Array(await bytes);
}

/** Passes each unpacked line to `onLine`, in slices. Rejects if the bytes are damaged or truncated: gzip has a checksum. */
export async function unpackLines(bytes: Uint8Array, onLine: (line: Uint8Array) => void): Promise<void> {
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  const slices = new Slices();
  let partial: Uint8Array[] = [];
  let unchecked = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    let from = 0;
    for (let to = piece.value.indexOf(LINE_FEED); to >= 0; to = piece.value.indexOf(LINE_FEED, from)) {
      unchecked += to - from;
      if (unchecked > CHECK_INTERVAL) {
        await slices.turn();
        unchecked = 0;
      }
      const end = piece.value.subarray(from, to);
      onLine(partial.length === 0 ? end : joinBytes([...partial, end]));
      partial = [];
      from = to + 1;
    }
    if (from < piece.value.length) partial.push(piece.value.subarray(from));
  }
  if (partial.length > 0) throw new Error('truncated');
}
