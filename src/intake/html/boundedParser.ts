import { Parser } from 'htmlparser2';

/** Maximum depth of elements that are read as structure. No real page comes close. */
const MAX_DEPTH = 300;
/** The same for elements whose content is not HTML, and has no elements: `<script>`. The parser must see their end. */
const MAX_RAW_DEPTH = MAX_DEPTH + 20;
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noscript|template)$/;

/**
 * An HTML parser that limits nesting: it searches its list of open elements at each tag, so deep nesting would take
 * quadratic time. Elements nested too deeply are closed as soon as they are opened; their text keeps its place.
 */
export class BoundedParser extends Parser {
  #open = 0;
  /** The number of open elements at the start of the current tag; undefined during a closing tag. */
  #openBefore: number | undefined;

  constructor(reader: {
    open: (name: string, attributes: Readonly<Record<string, string>>) => void;
    close: () => void;
    text: (text: string) => void;
    /** Whether the reader needs no more. */
    readonly isFull: boolean;
  }) {
    const pauseIfFull = (): void => {
      if (reader.isFull) this.pause();
    };
    super({
      onopentag: (name, attributes) => {
        this.#open++;
        reader.open(name, attributes);
        pauseIfFull();
      },
      onclosetag: () => {
        this.#open--;
        reader.close();
      },
      ontext: (text) => {
        reader.text(text);
        pauseIfFull();
      },
    });
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#openBefore = this.#open;
    super.onopentagname(start, endIndex);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#openBefore = undefined;
    super.onclosetag(start, endIndex);
  }

  protected override isVoidElement(name: string): boolean {
    const limit = RAW.test(name) ? MAX_RAW_DEPTH : MAX_DEPTH;
    return (this.#openBefore ?? 0) >= limit || super.isVoidElement(name);
  }
}
