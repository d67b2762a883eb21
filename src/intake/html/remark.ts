/** The Markdown of a page or a mail, and below it what has to be said where it has more than is read. */
export function withRemark(
  { markdown, isCut }: { readonly markdown: string; readonly isCut?: boolean },
  remark: string,
): string {
  return isCut === true && markdown !== '' && remark !== '' ? `${markdown}\n${remark}\n` : markdown;
}
