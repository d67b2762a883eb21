const END = /[.!?…。！？]["'”’»)）」\]]*\s*$/u;
const NO_TITLE = /[.,;…。，；、]["'”’»)）」\]]*\s*$/u;

/** Whether words end a sentence: `It stops.`, `“It stops!”`, `它停了。` */
export function endsSentence(words: string): boolean {
  return END.test(words);
}

/** Whether words end as no title does, which may be a question or a call: `It stops.`, `It stops,`, `At nine …`. */
export function endsAsNoTitle(words: string): boolean {
  return NO_TITLE.test(words);
}

/**
 * Whether words contain the end of a sentence, with a full stop: `It stops.`, `It stops. It is late`, `它停了。它很晚`; not
 * `Late?`
 */
export function holdsSentence(words: string): boolean {
  return FULL_STOP.test(words);
}

const FULL_STOP = /。|(?<=\p{Ll}{2}["'”’»)]?)\.(?:\s+\p{Lu}|\s*$)/u;
