import { Slices } from '../library/slices.ts';
import { Corpus } from './corpus.ts';
import type { SearchDocument, SearchItem, SearchReference } from './searchDocument.ts';
import { type Postings, WordIndex } from './wordIndex.ts';

/** Another number whenever what is kept is no longer what it was. */
const FORMAT = 1;

/** How much is packed at a time, in characters. */
const PIECE = 0x10000;

/** A document without the names of what it holds, behind its first item's number and the words in each field of each. */
type KeptDocument = readonly [
  first: number,
  lengths: readonly (readonly number[])[],
  uri: string,
  version: string,
  references: readonly SearchReference[],
  items: readonly KeptItem[],
];
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

interface Head {
  readonly format: number;
  readonly next: number;
  readonly documents: number;
  readonly common: readonly (readonly [word: string, count: number])[];
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
  const lines = linesIn(
    new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip')),
  );
  const head = parse((await lines.next()).value) as Head;
  if (head.format !== FORMAT) throw new Error('it is of another version');
  const corpus = new Corpus(new WordIndex(head.common));
  for (let i = 0; i < head.documents; i++) {
    await slices.turn();
    const kept = parse((await lines.next()).value) as KeptDocument;
    corpus.set(kept[0], kept[1], documentOf(kept));
  }
  corpus.index.next = head.next;
  for await (const line of lines) {
    await slices.turn();
    const [word, ...numbers] = parse(line) as KeptWord;
    corpus.index.setWord(word, postingsOf(numbers));
  }
  return corpus;
}

function* linesOf(corpus: Corpus): Generator<string> {
  const { index } = corpus;
  const documents = [...corpus.documents];
  const known = new Set<number>();
  const head: Head = {
    format: FORMAT,
    next: index.next,
    documents: documents.length,
    common: [...index.common],
  };
  yield JSON.stringify(head);
  for (const [first, { uri, version, references, items }] of documents) {
    items.forEach((_, i) => known.add(first + i));
    const kept: KeptDocument = [
      first,
      items.map((_, i) => index.lengthsOf(first + i)),
      uri,
      version,
      references,
      items.map(({ kind, id, key, title, text, references: of }) => [kind, id, key, title, text, of]),
    ];
    yield JSON.stringify(kept);
  }
  for (const [word, postings] of index.postings()) {
    const numbers = numbersOf(postings, known);
    if (numbers.length > 0) yield JSON.stringify([word, ...numbers]);
  }
}

function documentOf([, , uri, version, references, items]: KeptDocument): SearchDocument {
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

async function* linesIn(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string, undefined> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
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
