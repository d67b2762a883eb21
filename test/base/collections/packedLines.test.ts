import assert from 'node:assert/strict';
import { joinBytes } from '../../../src/base/joinBytes.ts';
import { packLines, unpackLines } from '../../../src/base/collections/packedLines.ts';

async function unpacked(bytes: Uint8Array): Promise<string[]> {
  const lines: string[] = [];
  await unpackLines(bytes, (line) => lines.push(new TextDecoder().decode(line)));
  return lines;
}

describe('Packed lines', () => {
  it('are unpacked as they were, also empty and very long ones', async () => {
    for (const lines of [[], [''], ['a', '', 'Żubr'], ['é'.repeat(200_000), 'b', 'c'.repeat(70_000)]])
      assert.deepEqual(await unpacked(await packLines(lines)), lines);
  });

  it('are rejected if they are damaged or cut off, also within a line', async () => {
    const bytes = await packLines(['a', 'b'.repeat(100)]);
    await assert.rejects(unpacked(bytes.slice(0, -1)));
    await assert.rejects(unpacked(bytes.map((byte, i) => (i === 12 ? byte ^ 0x10 : byte))));
    const open = new Blob(['a\nb']).stream().pipeThrough(new CompressionStream('gzip'));
    await assert.rejects(unpacked(new Uint8Array(await new Response(open).arrayBuffer())), /truncated/);
  });
});

describe('Byte arrays', () => {
  it('are concatenated', () => {
    assert.deepEqual(
      joinBytes([Uint8Array.of(1, 2), Uint8Array.of(), Uint8Array.of(3)]),
      Uint8Array.of(1, 2, 3),
    );
    assert.deepEqual(joinBytes([]), Uint8Array.of());
  });
});
