import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** A screenshot of a window, and how long it is shown, in ms. */
interface Still {
  readonly picture: string;
  readonly ms: number;
}

/** The part of a screenshot that differs from the one before, as a PNG. */
interface Change {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly png: string;
}

/** The signature of a PNG. */
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** An animated PNG made of screenshots of a window. Every browser can show it. */
export class Film {
  readonly #page: Page;
  readonly #stills: Still[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Adds a screenshot. */
  async take(ms: number): Promise<void> {
    const picture = await this.#page.screenshot({ animations: 'disabled', caret: 'hide' });
    this.#stills.push({ picture: picture.toString('base64'), ms });
  }

  /** All screenshots in an endless loop. Of each, only what has changed is stored. */
  async develop(): Promise<Buffer> {
    const changes = await this.#page.evaluate(
      changesBetween,
      this.#stills.map(({ picture }) => picture),
    );
    const [first] = changes;
    if (!first) throw new Error('There is no still.');
    const chunks = [chunk('IHDR', dataOf(first.png, 'IHDR')), chunk('acTL', numbers(changes.length, 0))];
    let sequence = 0;
    changes.forEach(({ x, y, width, height, png }, i) => {
      const delay = Buffer.alloc(6);
      delay.writeUInt16BE(this.#stills[i]?.ms ?? 0);
      delay.writeUInt16BE(1000, 2);
      chunks.push(chunk('fcTL', numbers(sequence++, width, height, x, y), delay));
      // The browser’s own compression favors speed.
      const data = deflateSync(inflateSync(dataOf(png, 'IDAT')), { level: 9 });
      chunks.push(i === 0 ? chunk('IDAT', data) : chunk('fdAT', numbers(sequence++), data));
    });
    return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND')]);
  }
}

/** How long each frame of an animated PNG is shown, in ms. */
export function delaysIn(film: Buffer): number[] {
  return chunksOf(film)
    .filter(({ type }) => type === 'fcTL')
    .map(({ data }) => (data.readUInt16BE(20) * 1000) / data.readUInt16BE(22));
}

function chunk(type: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat([Buffer.from(type, 'latin1'), ...parts]);
  return Buffer.concat([numbers(data.length - 4), data, numbers(crc32(data))]);
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
  return bytes;
}

/** The data in the chunks of one type in a PNG (in base64). */
function dataOf(png: string, type: string): Buffer {
  const chunks = chunksOf(Buffer.from(png, 'base64')).filter((one) => one.type === type);
  return Buffer.concat(chunks.map(({ data }) => data));
}

function chunksOf(png: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data });
    at += length + 12;
  }
  return chunks;
}

/** Runs in the page, because a browser can decode and encode images. */
async function changesBetween(pictures: readonly string[]): Promise<Change[]> {
  const changes: Change[] = [];
  let before: Uint32Array | undefined;
  for (const picture of pictures) {
    const bytes = Uint8Array.from(atob(picture), (unit) => unit.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    canvas.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer);
    let [left, top, right, bottom] = before ? [width, height, 0, 0] : [0, 0, width, height];
    for (let i = 0; before && i < pixels.length; i++) {
      if (pixels[i] === before[i]) continue;
      const [x, y] = [i % width, Math.floor(i / width)];
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
    // A frame must not be empty, so it has one pixel if nothing has changed.
    if (right <= left) [left, top, right, bottom] = [0, 0, 1, 1];
    const [x, y, wide, high] = [left, top, right - left, bottom - top];
    const piece = new OffscreenCanvas(wide, high);
    piece.getContext('2d')?.drawImage(bitmap, -x, -y);
    const png = new Uint8Array(await (await piece.convertToBlob({ type: 'image/png' })).arrayBuffer());
    let text = '';
    for (const byte of png) text += String.fromCharCode(byte);
    changes.push({ x, y, width: wide, height: high, png: btoa(text) });
    before = pixels;
  }
  return changes;
}
