import { Slices } from '../library/slices.ts';
import { Bits } from './bits.ts';
import { Corpus, PlacedDocument } from './corpus.ts';
import type { SearchDocument, SearchItem, SearchReference } from './searchDocument.ts';
import type { Postings } from './wordIndex.ts';

/** Another number whenever what is kept is no longer what it was. */
const FORMAT = 1;

/** How much is packed at a time, in characters. */
const PIECE = 0x10000;

/** A document without what it holds, which is the next line: how many words each item has in each field comes last. */
type KeptDocument = readonly [first: number, uri: string, version: string, lengths: readonly number[][]];
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

/** `items`: as {@link Bits.toText} writes them. */
type KeptCommonWord = readonly [word: string, items: string];

interface Head {
  readonly format: number;
  readonly next: number;
  readonly documents: number;
  readonly common: number;
}

/** A corpus as packed bytes: gzip over lines of JSON. Made in slices; what is added meanwhile may not be in it. */
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

/** Rejects where the bytes are damaged, cut off, or of another version: gzip has a checksum. */
export async function unpackCorpus(bytes: Uint8Array): Promise<Corpus> {
  const slices = new Slices();
  const unpacked = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  const lines = linesIn(new Uint8Array(await new Response(unpacked).arrayBuffer()));
  const head = parse(lines.next().value) as Head;
  if (head.format !== FORMAT) throw new Error('it is of another version');
  const corpus = new Corpus();
  for (let i = 0; i < head.documents; i++) {
    await slices.turn();
    const [first, uri, version, lengths] = parse(lines.next().value) as KeptDocument;
    const contents = lines.next().value;
    const read = () => documentOf(uri, version, parse(contents) as KeptContents);
    corpus.set(new PlacedDocument({ uri, version }, first, lengths.length, read), lengths);
  }
  corpus.index.next = head.next;
  for (let i = 0; i < head.common; i++) {
    await slices.turn();
    const [word, items] = parse(lines.next().value) as KeptCommonWord;
    corpus.index.common.set(word, Bits.fromText(items));
  }
  for (const line of lines) {
    await slices.turn();
    const [word, ...numbers] = parse(line) as KeptWord;
    corpus.index.setWord(word, postingsOf(numbers));
  }
  return corpus;
}

function* linesOf(corpus: Corpus): Generator<string> {
  const { index } = corpus;
  const documents = [...corpus.documents];
  const common = [...index.common];
  const known = new Set<number>();
  const head: Head = {
    format: FORMAT,
    next: index.next,
    documents: documents.length,
    common: common.length,
  };
  yield JSON.stringify(head);
  for (const { first, uri, version, document } of documents) {
    const { references, items } = document;
    const lengths = items.map((_, i) => [...index.lengthsOf(first + i)]);
    items.forEach((_, i) => known.add(first + i));
    yield JSON.stringify([first, uri, version, lengths] satisfies KeptDocument);
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
  for (const [word, items] of common) yield JSON.stringify([word, items.toText()] satisfies KeptCommonWord);
  for (const [word, postings] of index.postings()) {
    const numbers = numbersOf(postings, known);
    if (numbers.length > 0) yield JSON.stringify([word, ...numbers]);
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

/** Without the items that are gone: `known` has those that are there. */
function numbersOf(postings: Postings, known: ReadonlySet<number>): number[] {
  const numbers: number[] = [];
  for (const [field, items] of postings) {
    let last = 0;
    const of: number[] = [];
    for (const [item, count] of [...items].sort(([a], [b]) => a - b)) {
      if (!known.has(item)) continue;
      of.push(item - last, count);
      last = item;
    }
    if (of.length > 0) numbers.push(...(numbers.length > 0 ? [-1] : []), field, ...of);
  }
  return numbers;
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

/** Decoded piece by piece: all at once would be one long stretch. */
function* linesIn(bytes: Uint8Array): Generator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for (let from = 0; from < bytes.length; from += PIECE) {
    const piece = decoder.decode(bytes.subarray(from, from + PIECE), { stream: true });
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new Error('it is cut off');
  return undefined;
}

function parse(line: string | undefined): unknown {
  if (line === undefined) throw new Error('it is cut off');
  return JSON.parse(line);
}
