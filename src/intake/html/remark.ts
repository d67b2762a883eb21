/** The Markdown of a page or a mail, followed by a remark if only part of it was read. */
export function withRemark(
  { markdown, isCut }: { readonly markdown: string; readonly isCut?: boolean | undefined },
  remark: string,
): string {
  return isCut === true && markdown !== '' && remark !== '' ? `${markdown}\n${remark}\n` : markdown;
}
