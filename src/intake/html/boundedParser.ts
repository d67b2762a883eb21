import { Parser } from 'htmlparser2';

/** So deep is what a page says written as its structure. No real page comes near. */
const DEEPEST = 300;
/** Of the elements whose text is not HTML, the end has to be seen: `<script>`. They hold no others. */
const DEEPEST_RAW = DEEPEST + 20;
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noscript|template)$/;

/**
 * The parser, which keeps a list of what is open and looks through it at each tag: what nests deeper than a page may is
 * opened and closed at once. Its words stand where they stood.
 */
export class BoundedParser extends Parser {
  #open = 0;
  /** How many were open where the tag began that is being read; undefined while it is one that closes. */
  #before: number | undefined;

  constructor(handler: {
    readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
    readonly onClose: () => void;
    readonly onText: (text: string) => void;
  }) {
    super({
      onopentag: (name, attributes) => {
        this.#open++;
        handler.onOpen(name, attributes);
      },
      onclosetag: () => {
        this.#open--;
        handler.onClose();
      },
      ontext: handler.onText,
    });
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#before = this.#open;
    super.onopentagname(start, endIndex);
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#before = undefined;
    super.onclosetag(start, endIndex);
  }

  protected override isVoidElement(name: string): boolean {
    const limit = RAW.test(name) ? DEEPEST_RAW : DEEPEST;
    return (this.#before ?? 0) >= limit || super.isVoidElement(name);
  }
}
