const END = /[.!?…。！？]["'”’»)）」\]]*\s*$/u;

/** Whether words end a sentence: `It stops.`, `“It stops!”`, `它停了。` */
export function endsSentence(words: string): boolean {
  return END.test(words);
}
