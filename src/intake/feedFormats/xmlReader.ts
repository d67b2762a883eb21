import { linkOf, permalinkOf, contentFormatOf, type Attributes } from './attributes.ts';
import { FieldReader } from './fieldReader.ts';
import { CHANNELS, ENTRIES, FIELDS, TRANSPARENT, endsField } from './fields.ts';
import { MAX_DEPTH } from './limits.ts';
import type { Base } from './links.ts';
import { canonicalName, scopeOf, type Scope } from './elementNames.ts';
import type { RawFeed, Value } from './rawFeed.ts';

/** An open element. */
interface Frame {
  readonly name: string;
  readonly depth: number;
  readonly scope: Scope | undefined;
  readonly base: Base | undefined;
  /** The values to which its children's are added; undefined if they describe something else. */
  readonly owner: Value[] | undefined;
  /** The parent of the entry that it is part of: the next entry has the same parent, even if this one is not closed. */
  readonly home: Frame | undefined;
}

/** Handles the events of an XML parser, and keeps the values of a feed. It builds no tree that could be too deep. */
export class XmlReader {
  /** The kind of document, by the first element that determines it. */
  root: 'feed' | 'page' | undefined;
  /** The first element, which decides if no other does. */
  firstElement: string | undefined;
  isTooDeep = false;
  readonly #frames: Frame[] = [];
  readonly #values: Value[] = [];
  readonly #entries: Value[][] = [];
  #hasChannel = false;
  #entry: Frame | undefined;
  #field: FieldReader | undefined;
  #hasUnclosedEntries = false;
  readonly #maxOpen: number;

  constructor(maxOpen: number) {
    this.#maxOpen = maxOpen;
  }

  /** Undefined for RDF without a channel or an entry, which may be about anything. */
  get feed(): RawFeed | undefined {
    return this.#hasChannel ? { values: this.#values, entries: this.#entries } : undefined;
  }

  open(tag: string, attributes: Attributes): void {
    const outer = this.#frames.at(-1);
    const name = canonicalName(tag, scopeOf(attributes, outer?.scope));
    this.firstElement ??= name;
    if (this.#field && endsField(this.#field.field, name, attributes)) this.#endField(outer);
    const isEntry = !this.#field && this.root === 'feed' && ENTRIES.has(name);
    const parent = isEntry ? (outer?.home ?? outer) : outer;
    const frame = this.#frameIn(parent, name, attributes, isEntry);
    this.#frames.push(frame);
    this.isTooDeep ||= frame.depth > MAX_DEPTH || this.#frames.length > this.#maxOpen;
    if (this.#field) this.#field.open(tag, name, attributes);
    else if (isEntry) this.#startEntry(frame, attributes);
    else if (CHANNELS.has(name)) this.#startChannel(name, attributes);
    else if (name === 'html' || name === 'html:html') this.root ??= 'page';
    else if (parent?.owner) this.#startField(frame, parent.owner, attributes);
  }

  /** `!doctype html` starts a page, even if `<html>` is missing. */
  instruction(text: string): void {
    if (/^!doctype\s+html/i.test(text)) this.firstElement ??= 'html';
  }

  text(text: string): void {
    this.#field?.add(text);
  }

  close(tag: string): void {
    const frame = this.#frames.pop();
    if (this.#field?.isInside) this.#field.close(tag, frame?.name ?? tag);
    else this.#endField(frame);
    if (frame === this.#entry) this.#entry = undefined;
  }

  /** Ends the document. An entry still open was cut off, and is dropped, unless this feed never closes any. */
  end(): void {
    if (!this.#entry) return;
    if (this.#hasUnclosedEntries) this.#endField(this.#frames.at(-1));
    else this.#entries.pop();
  }

  #frameIn(parent: Frame | undefined, name: string, attributes: Attributes, isEntry: boolean): Frame {
    const href = attributes['xml:base'];
    return {
      name,
      depth: (parent?.depth ?? 0) + 1,
      scope: scopeOf(attributes, parent?.scope),
      base: href === undefined ? parent?.base : { href, outer: parent?.base },
      owner: isEntry ? [] : this.#ownerIn(parent, name),
      home: isEntry ? parent : parent?.home,
    };
  }

  /** The values to which an element adds its own, unless it is an entry. */
  #ownerIn(parent: Frame | undefined, name: string): Value[] | undefined {
    if (parent?.home === undefined && CHANNELS.has(name)) return this.#values;
    // While a field is read, elements inside it add no values; but they may turn out to follow it, if it was not
    // closed.
    const isTransparent = this.#field !== undefined || FIELDS.has(name) || TRANSPARENT.has(name);
    return isTransparent ? parent?.owner : undefined;
  }

  #startChannel(name: string, attributes: Attributes): void {
    this.root ??= 'feed';
    this.#hasChannel ||= name !== 'rdf:rdf';
    const language = attributes['xml:lang'];
    if (language !== undefined) this.#values.push({ slot: 'language', rank: 2, text: language });
  }

  #startEntry(frame: Frame, attributes: Attributes): void {
    const values = frame.owner ?? [];
    this.#hasUnclosedEntries ||= this.#entry !== undefined;
    this.#hasChannel = true;
    this.#entry = frame;
    this.#entries.push(values);
    const about = attributes['rdf:about'];
    if (about === undefined) return;
    values.push({ slot: 'id', rank: 1, text: about });
    const link = permalinkOf('rdf:about', about, attributes);
    if (link) values.push({ slot: 'link', rank: link.rank, text: link.href });
  }

  #startField(frame: Frame, owner: Value[], attributes: Attributes): void {
    const { name, base } = frame;
    const link = linkOf(name, attributes);
    if (link) owner.push({ slot: 'link', rank: link.rank, text: link.href, base });
    const field = FIELDS.get(name);
    // The address of a link is in the attributes or in the text.
    if (!field || (name === 'link' && (attributes['href'] ?? attributes['rel']) !== undefined)) return;
    const format = contentFormatOf(field, attributes);
    if (format) this.#field = new FieldReader(field, name, attributes, format);
  }

  #endField(frame: Frame | undefined): void {
    const read = this.#field;
    this.#field = undefined;
    if (!read || !frame?.owner || read.text === '') return;
    const { text, format } = read;
    const { slot, rank } = read.field;
    frame.owner.push({ slot, rank, text, format, base: frame.base });
    const link = permalinkOf(read.name, text, read.attributes);
    if (link && frame.owner !== this.#values)
      frame.owner.push({ slot: 'link', rank: link.rank, text: link.href });
  }
}
