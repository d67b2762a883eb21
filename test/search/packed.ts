import { gunzipSync, gzipSync } from 'node:zlib';

/** The stored index: its lines, and those of the documents’ contents. */
export function unpacked(bytes: Uint8Array): readonly [index: string, contents: string] {
  const begin = bytes.indexOf(10) + 1;
  const end = begin + Number(new TextDecoder().decode(bytes.subarray(0, begin)).split(' ')[1]);
  return [gunzipSync(bytes.subarray(begin, end)).toString(), gunzipSync(bytes.subarray(end)).toString()];
}

/** The same index with other lines. */
export function edited(bytes: Uint8Array, edit: (lines: string) => string): Uint8Array {
  const [format = ''] = new TextDecoder().decode(bytes.subarray(0, 10)).split(' ');
  const [index, contents] = unpacked(bytes).map((lines) => gzipSync(edit(lines))) as [Buffer, Buffer];
  return Buffer.concat([Buffer.from(`${format} ${index.length}\n`), index, contents]);
}
