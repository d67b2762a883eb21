import { Parser } from 'htmlparser2';
import { closeCdata } from './closeCdata.ts';
import { maxOpenIn } from './limits.ts';
import type { RawFeed } from './rawFeed.ts';
import { XmlReader } from './xmlReader.ts';

/** The kind of some XML, or of what was sent as XML. */
export type XmlReading =
  | { readonly kind: 'feed'; readonly feed: RawFeed; readonly isTooDeep: boolean }
  | { readonly kind: 'page' | 'tooDeep' | 'other' };

/** The first elements by which a page without `<html>` is recognized. */
const PAGE = new Set(
  'a article body center div form h1 head html link main meta p script section style table title'.split(' '),
);

/** Reads XML, however broken. The parser knows only XML's five entities, so those of a DOCTYPE are never expanded. */
export function readXml(xml: string): XmlReading {
  const reader = new XmlReader(maxOpenIn(xml));
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        reader.open(tag, attributes);
        if (reader.isTooDeep || reader.root === 'page') parser.pause();
      },
      ontext(text) {
        reader.text(text);
      },
      onclosetag(tag) {
        reader.close(tag);
      },
      onprocessinginstruction(_name, data) {
        reader.instruction(data);
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  // Not `end()`, which would close the elements that were cut off.
  parser.write(closeCdata(xml));
  reader.end();
  if (reader.root === 'feed' && reader.feed)
    return { kind: 'feed', feed: reader.feed, isTooDeep: reader.isTooDeep };
  if (reader.root === 'page' || PAGE.has(reader.firstElement ?? '')) return { kind: 'page' };
  return { kind: reader.isTooDeep ? 'tooDeep' : 'other' };
}
