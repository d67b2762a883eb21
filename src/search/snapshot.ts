import { BitSet } from '../base/collections/bitSet.ts';
import { LazyMap } from '../base/collections/lazyMap.ts';
import { joinBytes } from '../base/joinBytes.ts';
import { packLines, unpackLines } from '../base/collections/packedLines.ts';
import { Corpus } from './corpus.ts';
import type { SearchDocument, SearchItem, SearchReference } from './searchDocument.ts';
import type { Postings } from './wordIndex.ts';

/** To be increased whenever the format or its meaning changes. */
const FORMAT = 5;

/** Maximum length of the first line, which describes the rest, in bytes. */
const MAX_FRAME_LENGTH = 30;

const LINE_FEED = 10;
const TAB = 9;
const DECODER = new TextDecoder();

/**
 * A document without its contents. `lengths`: for each item, the number of different words in each field. Items are
 * renumbered from 0 on, in the order of their documents, without gaps.
 */
type StoredDocument = readonly [uri: string, version: string, lengths: readonly number[][]];
type StoredContents = readonly [references: readonly SearchReference[], items: readonly StoredItem[]];
type StoredItem = readonly [
  kind: SearchItem['kind'],
  id: string,
  key: string,
  title: string,
  text: string,
  references: readonly number[],
];

/**
 * The postings of a word, on a line after the word and a tab: `[field, item, count, item, count, …, -1, field, …]`,
 * each item as the difference from the previous one.
 */
type StoredPostings = readonly number[];

/** `items`: encoded by {@link BitSet.toText}. */
type StoredCommonWord = readonly [word: string, items: string];

interface Header {
  readonly documents: number;
  readonly common: number;
}

/**
 * Packs a corpus: a line that describes the rest, the index, and the documents' contents. The latter two are gzip of
 * lines of JSON, and separate so that they are unpacked in parallel. Works in slices, during which the corpus must not
 * change.
 */
export async function packCorpus(corpus: Corpus): Promise<Uint8Array> {
  const [index, contents] = await Promise.all([
    packLines(indexLines(corpus)),
    packLines(contentLines(corpus)),
  ]);
  const frame = new TextEncoder().encode(`${FORMAT} ${index.length}\n`);
  return joinBytes([frame, index, contents]);
}

/**
 * Rejects if the bytes are damaged, truncated, or of another version: gzip has a checksum. `leastCommon`: see
 * {@link Corpus}.
 */
export async function unpackCorpus(bytes: Uint8Array, leastCommon?: number): Promise<Corpus> {
  const [index, contents] = splitFrame(bytes);
  const contentsOf: Uint8Array[] = [];
  const reader = corpusReader(contentsOf, leastCommon);
  reader.next();
  await Promise.all([
    unpackLines(contents, (line) => contentsOf.push(line)),
    unpackLines(index, (line) => reader.next(line)),
  ]);
  const { value } = reader.next();
  if (value?.count !== contentsOf.length) throw new Error('truncated');
  return value.corpus;
}

/** Splits the bytes of {@link packCorpus} into its two parts. */
function splitFrame(bytes: Uint8Array): readonly [index: Uint8Array, contents: Uint8Array] {
  const from = bytes.indexOf(LINE_FEED) + 1;
  const [format, length] = DECODER.decode(bytes.subarray(0, Math.min(from, MAX_FRAME_LENGTH))).split(' ');
  if (Number(format) !== FORMAT) throw new Error('wrong version');
  const to = from + Number(length);
  return [bytes.subarray(from, to), bytes.subarray(to)];
}

/**
 * Restores a corpus from the lines of its index, one passed to each `yield`; undefined ends them. `count`: the number of
 * its documents. `contentsOf`: the encoded contents of each document, read on first use.
 */
function* corpusReader(
  contentsOf: readonly Uint8Array[],
  leastCommon: number | undefined,
): Generator<undefined, { readonly corpus: Corpus; readonly count: number }, Uint8Array | undefined> {
  const head = parse(yield) as Header;
  const corpus = new Corpus(leastCommon);
  for (let i = 0; i < head.documents; i++) {
    const [uri, version, lengths] = parse(yield) as StoredDocument;
    const read = () => documentOf(uri, version, parse(contentsOf[i]) as StoredContents);
    corpus.restore({ uri, version }, lengths, read);
  }
  for (let i = 0; i < head.common; i++) {
    const [word, items] = parse(yield) as StoredCommonWord;
    corpus.index.common.set(word, BitSet.fromText(items));
  }
  for (let line = yield; line !== undefined; line = yield) {
    const end = line.indexOf(TAB);
    const numbers = line.subarray(end + 1);
    const postings = new LazyMap(() => postingsOf(parse(numbers) as StoredPostings));
    corpus.index.setWord(DECODER.decode(line.subarray(0, end)), postings);
  }
  return { corpus, count: head.documents };
}

function* contentLines(corpus: Corpus): Generator<string> {
  for (const { document } of corpus.documents) {
    const { references, items } = document;
    const kept = items.map(({ kind, id, key, title, text, references: of }): StoredItem => [
      kind,
      id,
      key,
      title,
      text,
      of,
    ]);
    yield JSON.stringify([references, kept] satisfies StoredContents);
  }
}

function* indexLines(corpus: Corpus): Generator<string> {
  const { index } = corpus;
  const documents = [...corpus.documents];
  const common = [...index.common];
  const numbers: (number | undefined)[] = [];
  let next = 0;
  yield JSON.stringify({ documents: documents.length, common: common.length } satisfies Header);
  for (const { first, uri, version, document } of documents) {
    const { items } = document;
    const lengths = items.map((_, i) => [...index.lengthsOf(first + i)]);
    items.forEach((_, i) => (numbers[first + i] = next++));
    yield JSON.stringify([uri, version, lengths] satisfies StoredDocument);
  }
  for (const [word, items] of common) {
    const kept = new BitSet();
    for (const item of items) {
      const number = numbers[item];
      if (number !== undefined) kept.add(number);
    }
    yield JSON.stringify([word, kept.toText()] satisfies StoredCommonWord);
  }
  for (const [word, postings] of index.postings()) {
    const kept = packPostings(postings, numbers);
    if (kept.length > 0) yield `${word}\t${JSON.stringify(kept satisfies StoredPostings)}`;
  }
}

function documentOf(uri: string, version: string, [references, items]: StoredContents): SearchDocument {
  return {
    uri,
    version,
    references,
    items: items.map(([kind, id, key, title, text, of]) => ({ kind, id, key, title, text, references: of })),
  };
}

/** `numbers`: the new numbers of the items; items without one are no longer in the corpus. */
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
  // Most words are only in one field.
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

function postingsOf(numbers: StoredPostings): Map<number, Map<number, number>> {
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
  if (line === undefined) throw new Error('truncated');
  return JSON.parse(DECODER.decode(line));
}
