import { type Block, blockText } from '../blocks/document.ts';
import { runsOf } from './runs.ts';
import type { Structure } from './structure.ts';

/** Maximum length of a footnote without a URL that only names a source. In UTF-16 units. */
const REMARK = 80;
/** Maximum number of words around a source in a footnote that only names it: `In:`, a name, a year. */
const AROUND = 5;

/** Returns the footnotes that have more text than the name of a source, in runs of neighbouring ones. */
export function longFootnotes({ document, references }: Structure): readonly (readonly Block[])[] {
  const read = [...document.footnotes]
    .filter(([label, note]) => {
      const named = references.noted(label).filter(({ url }) => url !== undefined);
      const said = blockText(note);
      if (named.length === 0) return said.length > REMARK;
      const shown = new Set(
        splitWords(named.map(({ title, url, site }) => `${title} ${url} ${site}`).join(' ')),
      );
      return splitWords(said).filter((word) => !shown.has(word)).length > AROUND;
    })
    .map(([, note]) => note);
  const areRead = new Set(read);
  const runs = runsOf([...document.footnotes.values()], (note) => areRead.has(note));
  return runs.filter(([first]) => first && areRead.has(first));
}

function splitWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
