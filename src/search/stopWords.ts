/**
 * Folded function words of a few languages, which say nothing about the subject of a search. Words with a meaning in
 * another of these languages are left out: `war`, `die`, `son`, `mit`, `come`. In a large library, the number of items
 * with a word says as much; in a small one, `that` may be as rare as `vulnerability`.
 */
const WORDS = [
  'a about all also an and any are as at be been but by can could did do does for from get had has have how i if in into',
  'is it its just me my new no not of on one or other our out over said she should so some something than that the their',
  'them then there these they thing this those to up was we were what when where which who whose why will with would you',
  'aber alle auf aus bei das dass dem der dies diese du durch ein eine einem einen einer er es haben ich ihr im ist kein',
  'nach nicht noch oder sich sie sind uber um und uns vom von wann warum welche wenn wer werden wie wir wird wo wurde zu',
  'zum zur au aux avec ce ces cette dans de du elle en est et etait il ils je la le les leur lui mais ne nous ou pas pour',
  'pourquoi quand que quel quelle qui quoi sont sur un une vous al algo como con cual cuando de del donde el ella ellos era esa ese',
  'esta este esto fue hay las lo los mas muy nos para pero por porque que quien se ser sobre su sus tiene una unos y ya',
  'anche che chi dal dalla degli dei del della delle di dove gli il nel nella perche piu quale questa questo sono sul',
  'ao com da das dos ela ele em essa esse foi isso mais na nas nao no nos o os pela pelo quem sao seu sua tem uma',
  'в де і з як коли на у хто це чи чому що 为什么 什么 何时 哪里 怎么 是 谁 了 的',
];

const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.join(' ').split(' '));

/** Whether a folded word is a stop word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
