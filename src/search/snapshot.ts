import { Slices } from '../base/slices.ts';
import { BitSet } from '../base/bitSet.ts';
import { Corpus } from './corpus.ts';
import type { SearchDocument, SearchItem, SearchReference } from './searchDocument.ts';
import type { Postings } from './wordIndex.ts';

/** Another number whenever what is kept is no longer what it was. */
const FORMAT = 4;

/** How much is packed at a time, in characters. */
const PIECE = 0x10000;
/** After how much that is unpacked it is looked whether others are to have a turn, in bytes: a line takes less than that does. */
const STRETCH = 0x2000;

const LINE_FEED = 10;
const DECODER = new TextDecoder();

/**
 * A document without what it holds, which is the next line: how many words each item has in each field comes last. Items
 * are numbered anew from 0 on, in the order of their documents, so that no number is left out.
 */
type KeptDocument = readonly [uri: string, version: string, lengths: readonly number[][]];
type KeptContents = readonly [references: readonly SearchReference[], items: readonly KeptItem[]];
type KeptItem = readonly [
  kind: SearchItem['kind'],
  id: string,
  key: string,
  title: string,
  text: string,
  references: readonly number[],
];

/** `[word, field, item, count, item, count, …, -1, field, …]`, each item as its distance from the one before. */
type KeptWord = readonly [word: string, ...numbers: number[]];

/** `items`: as {@link BitSet.toText} writes them. */
type KeptCommonWord = readonly [word: string, items: string];

interface Head {
  readonly format: number;
  readonly documents: number;
  readonly common: number;
}

/** A corpus as packed bytes: gzip over lines of JSON. Made in slices, in which nothing may change it. */
export async function packCorpus(corpus: Corpus): Promise<Uint8Array> {
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
  for (const line of linesOf(corpus)) {
    piece.push(line, '\n');
    length += line.length;
    if (length > PIECE) await write();
  }
  await write();
  await writer.close();
  return new Uint8Array(await bytes);
}

/** Rejects where the bytes are damaged, cut off, or of another version: gzip has a checksum. `leastCommon`: see the index. */
export async function unpackCorpus(bytes: Uint8Array, leastCommon?: number): Promise<Corpus> {
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = unpacked.getReader();
  const slices = new Slices();
  const corpus = corpusOf(leastCommon);
  corpus.next();
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
      corpus.next(begun.length === 0 ? end : joined([...begun, end]));
      begun = [];
      from = to + 1;
    }
    if (from < piece.value.length) begun.push(piece.value.subarray(from));
  }
  const { value } = corpus.next();
  if (!value || begun.length > 0) throw new Error('it is cut off');
  return value;
}

/** A line that came in several pieces. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const line = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    line.set(piece, at);
    at += piece.length;
  }
  return line;
}

/** Makes a corpus of its lines, one for each `yield`; none ends them. */
function* corpusOf(leastCommon: number | undefined): Generator<undefined, Corpus, Uint8Array | undefined> {
  const head = parse(yield) as Head;
  if (head.format !== FORMAT) throw new Error('it is of another version');
  const corpus = new Corpus(leastCommon);
  for (let i = 0; i < head.documents; i++) {
    const [uri, version, lengths] = parse(yield) as KeptDocument;
    const contents = yield;
    const read = () => documentOf(uri, version, parse(contents) as KeptContents);
    corpus.bringBack({ uri, version }, lengths, read);
  }
  for (let i = 0; i < head.common; i++) {
    const [word, items] = parse(yield) as KeptCommonWord;
    corpus.index.common.set(word, BitSet.fromText(items));
  }
  for (let line = yield; line !== undefined; line = yield) {
    const [word, ...numbers] = parse(line) as KeptWord;
    corpus.index.setWord(word, postingsOf(numbers));
  }
  return corpus;
}

function* linesOf(corpus: Corpus): Generator<string> {
  const { index } = corpus;
  const documents = [...corpus.documents];
  const common = [...index.common];
  const numbers: (number | undefined)[] = [];
  let next = 0;
  const head: Head = {
    format: FORMAT,
    documents: documents.length,
    common: common.length,
  };
  yield JSON.stringify(head);
  for (const { first, uri, version, document } of documents) {
    const { references, items } = document;
    const lengths = items.map((_, i) => [...index.lengthsOf(first + i)]);
    items.forEach((_, i) => (numbers[first + i] = next++));
    yield JSON.stringify([uri, version, lengths] satisfies KeptDocument);
    const kept = items.map(({ kind, id, key, title, text, references: of }): KeptItem => [
      kind,
      id,
      key,
      title,
      text,
      of,
    ]);
    yield JSON.stringify([references, kept] satisfies KeptContents);
  }
  for (const [word, items] of common) {
    const kept = new BitSet();
    for (const item of items) {
      const number = numbers[item];
      if (number !== undefined) kept.add(number);
    }
    yield JSON.stringify([word, kept.toText()] satisfies KeptCommonWord);
  }
  for (const [word, postings] of index.postings()) {
    const kept = packPostings(postings, numbers);
    if (kept.length > 0) yield JSON.stringify([word, ...kept]);
  }
}

function documentOf(uri: string, version: string, [references, items]: KeptContents): SearchDocument {
  return {
    uri,
    version,
    references,
    items: items.map(([kind, id, key, title, text, of]) => ({ kind, id, key, title, text, references: of })),
  };
}

/** `numbers`: those that the items are to have; items without one are gone. */
function packPostings(postings: Postings, numbers: readonly (number | undefined)[]): number[] {
  const fields: number[][] = [];
  for (const [field, items] of postings) {
    const packed = [field];
    let last = 0;
    for (const [number, count] of renumbered(items, numbers)) {
      packed.push(number - last, count);
      last = number;
    }
    if (packed.length > 1) fields.push(packed);
  }
  const [only = [], ...others] = fields;
  // Most words stand in one field.
  return others.length === 0 ? only : others.reduce((all, packed) => all.concat(-1, packed), only);
}

function renumbered(items: ReadonlyMap<number, number>, numbers: readonly (number | undefined)[]) {
  const found: [number: number, count: number][] = [];
  for (const [item, count] of items) {
    const number = numbers[item];
    if (number !== undefined) found.push([number, count]);
  }
  return found.sort(([a], [b]) => a - b);
}

function postingsOf(numbers: readonly number[]): Map<number, Map<number, number>> {
  const postings = new Map<number, Map<number, number>>();
  for (let at = 0; at < numbers.length; at++) {
    const items = new Map<number, number>();
    postings.set(numbers[at++] ?? 0, items);
    let last = 0;
    for (; at < numbers.length && numbers[at] !== -1; at += 2) {
      last += numbers[at] ?? 0;
      items.set(last, numbers[at + 1] ?? 0);
    }
  }
  return postings;
}

function parse(line: Uint8Array | undefined): unknown {
  if (line === undefined) throw new Error('it is cut off');
  return JSON.parse(DECODER.decode(line));
}
