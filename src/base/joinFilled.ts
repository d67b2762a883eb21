/** The texts that are not empty, with others between them: `['Gazette', '', 'May']` -> `Gazette · May`. */
export function joinFilled(texts: readonly (string | false | undefined)[], between: string): string {
  return texts.filter(Boolean).join(between);
}
