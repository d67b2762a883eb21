import { joinBytes } from '../joinBytes.ts';
import { Slices } from '../async/slices.ts';

/** How much is packed at a time, in UTF-16 units. */
const PIECE = 0x10000;
/** After how many unpacked bytes to check whether other tasks should have a turn; a check costs more than a line. */
const STRETCH = 0x2000;

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

/** Passes each unpacked line to `give`, in slices. Rejects if the bytes are damaged or cut off: gzip has a checksum. */
export async function unpackLines(bytes: Uint8Array, give: (line: Uint8Array) => void): Promise<void> {
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  const slices = new Slices();
  let begun: Uint8Array[] = [];
  let stretch = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    let from = 0;
    for (let to = piece.value.indexOf(LINE_FEED); to >= 0; to = piece.value.indexOf(LINE_FEED, from)) {
      stretch += to - from;
      if (stretch > STRETCH) {
        await slices.turn();
        stretch = 0;
      }
      const end = piece.value.subarray(from, to);
      give(begun.length === 0 ? end : joinBytes([...begun, end]));
      begun = [];
      from = to + 1;
    }
    if (from < piece.value.length) begun.push(piece.value.subarray(from));
  }
  if (begun.length > 0) throw new Error('it is cut off');
}
