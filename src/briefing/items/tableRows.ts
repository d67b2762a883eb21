import { sumOf } from '../../base/sumOf.ts';
import { joinFilled } from '../../base/joinFilled.ts';
import type { Token } from 'markdown-it';
import { HAN_OR_KANA } from '../text/scripts.ts';
import { foldTitle, namesIn } from '../text/vocabulary.ts';
import { takeEmojiAtEnd, takeEmojiAtStart } from './emojiWords.ts';
import {
  closeOf,
  copyOf,
  holdsLink,
  linesOf,
  plainText,
  tokenOf,
  isVisible,
  wordsOf,
} from '../grammar/tokens.ts';
import { type Block, isPicture, nodesIn, topLevelNodes } from '../blocks/document.ts';
import type { TakeawayNode } from './takeaways.ts';

/** The average number of words from which the cells of a column are text, and not names or figures. */
const MIN_WORDS = 6;
/** The same for a column that is said to give reasons. */
const MIN_REASON = 3;

interface Cell {
  readonly inline: Token;
  readonly text: string;
}

interface Row {
  readonly tokens: readonly Token[];
  readonly cells: readonly Cell[];
}

/**
 * Returns the rows of a table as stories, with one column as headlines; none of a table of figures, or of data about
 * the text: `| Date | 2026-03-02 |`.
 */
export function rowsOf(table: Block): TakeawayNode[] {
  const rows = rowsIn(table).map(rowOf);
  const headline = headlineOf(columnsOf(table), rows);
  if (headline < 0) return [];
  return rows.flatMap((row) => takeawayOf(row, headline) ?? []);
}

/** Returns the source in each row of a table, as the words of one line, with the row's number. */
export function sourceRows(
  table: Block,
): readonly { readonly line: Token; readonly number: string | undefined }[] {
  return rowsIn(table).flatMap((tokens) => {
    const { cells } = rowOf(tokens);
    const [first] = cells;
    const isNumbered = first !== undefined && /^\[?\d{1,3}[.\]]?$/.test(first.text);
    const said = cells.filter(({ text }) => /\p{L}/u.test(text));
    const [base] = said;
    if (!base) return [];
    const line = copyOf(base.inline, {
      children: joinWords(
        said.map(({ inline }) => wordsOf(inline)),
        ' — ',
      ),
    });
    return [{ line, number: isNumbered ? first.text.replace(/\D/g, '') : undefined }];
  });
}

function rowsIn(table: Block): Token[][] {
  return nodesIn(table)
    .filter(([part]) => part?.type === 'tbody_open')
    .flatMap((body) => topLevelNodes(body.slice(1, -1)));
}

function joinWords(words: readonly (readonly Token[])[], joint: string): Token[] {
  return words.flatMap((some, i) => [
    ...(i === 0 ? [] : [tokenOf('text', '', 0, { content: joint })]),
    ...some,
  ]);
}

/** The names of a table's columns, on one line. */
export function columnNames(table: Block): string {
  return joinFilled(columnsOf(table), ' · ');
}

function columnsOf({ tokens }: Block): readonly string[] {
  const end = tokens.findIndex(({ type }) => type === 'thead_close');
  return tokens
    .slice(0, end)
    .filter(({ type }) => type === 'inline')
    .map((cell) => plainText([cell]));
}

function rowOf(tokens: readonly Token[]): Row {
  const cells = tokens
    .filter(({ type }) => type === 'inline')
    .map((inline) => ({ inline, text: plainText([inline]) }));
  return { tokens, cells };
}

/** Names of the columns of headlines, and of sources. */
const HEADLINES = namesIn([
  'title, headline, story, news, project, repository, repo, name, paper, topic, event, article, item, título',
  'titre, titel, titolo, 标题, 新闻, 热搜, 话题, 项目, 名称, タイトル, 見出し, 제목, 프로젝트, заголовок',
  'tema, temat, thema, onderwerp, meldung, nachricht, noticia, nouvelle, notizia, wiadomość, тема, новость, новина',
]);
const SOURCES = namesIn([
  'source, sources, link, links, url, file, where, via, site, fuente, enlace, quelle, lien, fonte, bron',
  '来源, 链接, 出典, リンク, 출처, 링크, 파일, источник, ссылка',
]);

/** Names of columns that say why something is as it is. */
const REASONS = namesIn([
  'why, reason, reasons, driver, drivers, catalyst, catalysts, what happened, what drove it, comment, commentary, note',
  'notes, context, takeaway, implication, implications, read, reading, por qué, motivo, comentario, notas, pourquoi',
  'raison, commentaire, warum, grund, kommentar, perché, commento, 原因, 说明, 點評, 点评, 备注, 解读, 驱动因素',
  '理由, 要因, コメント, 이유, 원인, 설명, 비고, причина, комментарий, коментар',
]);

/** Names of the first column of a table of data: `| Metric | Value |`. */
const FIELDS = namesIn([
  'metric, metrics, field, attribute, property, parameter, key, indicator, statistic, stat, measure, campo, métrica',
  'indicador, dato, champ, indicateur, feld, kennzahl, metrik, 指标, 指標, 字段, 属性, 参数, 项, 항목, 지표',
  'показатель, поле, показник',
]);

/**
 * Returns the index of the column with the headlines, or -1: the one that has such a name, or that is bold; or one of
 * links that mostly differ; or else the first one with words, if another column is text. A row alone needs the name.
 */
function headlineOf(head: readonly string[], rows: readonly Row[]): number {
  if (rows.length === 0 || FIELDS.has(foldTitle(head[0] ?? ''))) return -1;
  const isCalledSo = (name: string) => HEADLINES.has(foldTitle(name));
  if (rows.length === 1 && (head.length === 1 || !head.some(isCalledSo))) return -1;
  const columns = [...(rows[0]?.cells ?? []).keys()];
  const share = (column: number, is: (cell: Cell) => boolean) =>
    rows.filter(({ cells }) => cells[column] && is(cells[column])).length / rows.length;
  const isCalled = (column: number, names: ReadonlySet<string>) => names.has(foldTitle(head[column] ?? ''));
  const isSource = (column: number) => isCalled(column, SOURCES);
  const names = columns.filter(
    (column) => share(column, isNameCell) > 0.5 && share(column, isPictured) < 0.3,
  );
  const named = names.filter((column) => !isSource(column));
  const linked = columns.filter((column) => share(column, isLinked) > 0.5);
  // A cell with text begins with a word: `-20.4 %, volume 2.8 times that of last week` is data.
  const least = (column: number) => (isCalled(column, REASONS) ? MIN_REASON : MIN_WORDS);
  const tells = (column: number) =>
    share(column, beginsWithWord) > 0.5 && lengthIn(rows, column) >= least(column) * rows.length;
  const telling = named.filter(
    (column) => linked.length > 0 || named.some((one) => one !== column && tells(one)),
  );
  // `| Date | Event |`: an event may be told in full.
  const isBrief = (column: number) =>
    telling.includes(column) || lengthIn(rows, column) < 2 * MIN_WORDS * rows.length;
  const isOwn = (column: number) =>
    new Set(rows.map(({ cells }) => cells[column]?.text)).size * 2 > rows.length;
  const isTitle = (column: number) =>
    share(column, isOneLink) > 0.5 && isOwn(column) && share(column, isFileOrVersion) < 0.5;
  // In `| Source | How | State |`, the source is the headline if nothing else tells the rows apart.
  const sources = telling.length > 0 ? names.filter(isSource) : [];
  // `| 90.1 | Take July off for Berlin. |`: nothing but a number or a day names what the only column of words tells.
  const loneColumn = () => {
    const told = named.find((column) => isOwn(column) && tells(column)) ?? -1;
    const isNamed = told < 0 || isCalled(told, HEADLINES);
    return isNamed || share(0, isRank) > 0.5 || !isOwn(0) ? told : 0;
  };
  return (
    (telling.length > 0 ? named : []).find((column) => isCalled(column, HEADLINES) && isBrief(column)) ??
    telling.find((column) => share(column, isBold) > 0.5) ??
    named.find(isTitle) ??
    // Words that recur give the kind of a row: `High`, `Medium`.
    telling.find(isOwn) ??
    sources.find((column) => isOwn(column) && !linked.includes(column)) ??
    telling[0] ??
    loneColumn()
  );
}

/** A cell that begins with a word; a number in brackets may be before it, `[2504.1] Ferry stops`. */
const WORD_FIRST = /^(?:\[[^\][]{1,20}\])?[^\p{L}\p{N}]*\p{L}[^]*\p{L}/u;
/** Long words, and text that is written without spaces. */
const LONG_WORD = /\p{L}{4,}/gu;
const LETTER = new RegExp(`[${HAN_OR_KANA}]`, 'gu');
const UNPARTED = new RegExp(`[${HAN_OR_KANA}]{10}`, 'u');

function beginsWithWord({ text }: Cell): boolean {
  return WORD_FIRST.test(text);
}

/** Whether a cell is a name, and not a figure, a rank or a count such as `5.5k ⭐`. `3 old ferries leave the harbour` is a name. */
function isNameCell(cell: Cell): boolean {
  return beginsWithWord(cell) || (cell.text.match(LONG_WORD)?.length ?? 0) > 2 || UNPARTED.test(cell.text);
}

/** `1`, `2.`: a row's number. */
function isRank({ text }: Cell): boolean {
  return /^\d{1,3}\.?$/.test(text);
}

/** Whether a cell has only pictures, whose words are often only names of files. */
function isPictured({ inline }: Cell): boolean {
  return isPicture({ tokens: [inline] });
}

function isLinked(cell: Cell): boolean {
  return linksIn(cell) > 0;
}

/**
 * Whether a cell is a link. Several links, `[Forecast](…) / [Map](…)`, or one at the end, `It stops ([Gazette](…))`, are
 * pages about what another column names.
 */
function isOneLink(cell: Cell): boolean {
  const words = wordsOf(cell.inline);
  const start = words.findIndex(holdsLink);
  if (start < 0 || linksIn(cell) > 1) return false;
  return plainText(words.slice(start, closeOf(words, start))).length * 2 >= cell.text.length;
}

function linksIn({ inline }: Cell): number {
  return wordsOf(inline).filter(holdsLink).length;
}

/**
 * Whether at least half of a cell's first line is bold; of a verdict, only the first word is:
 * `**Noise** — the office has said so for years`.
 */
function isBold({ inline }: Cell): boolean {
  const [line = []] = linesOf(inline);
  const start = line.findIndex(isVisible);
  if (line[start]?.type !== 'strong_open') return false;
  return plainText(line.slice(start, closeOf(line, start))).length * 2 >= plainText(line).length;
}

/** Whether a cell is a file name or path, or a version number, which say less than a title. */
function isFileOrVersion({ text }: Cell): boolean {
  return /^https?:\/\/\S+$|^\S+\.(?:md|html?|txt|json|pdf)$|^v?\d+(?:\.\d+)+\b/i.test(text);
}

function lengthIn(rows: readonly Row[], column: number): number {
  return sumOf(rows, ({ cells }) => lengthOf(cells[column]?.text ?? ''));
}

/** Returns the length in words, which have two characters in scripts without spaces. */
function lengthOf(text: string): number {
  return text.split(/\s+/).length + (text.match(LETTER)?.length ?? 0) / 2;
}

function takeawayOf({ tokens, cells }: Row, headline: number): TakeawayNode | undefined {
  const title = cells[headline];
  if (!title) return undefined;
  // A row's number is not part of its text.
  const others = cells.filter((cell, i) => i !== headline && cell.text !== '' && !(i === 0 && isRank(cell)));
  const [from, to] = tokens[0]?.map ?? [0, 0];
  // `**Ferry stops**<br>The office …`: only the first line is the headline.
  const [words = [], ...below] = linesOf(title.inline).filter((line) => plainText(line) !== '');
  const { emoji, words: name = words } = takeEmojiAtStart(words) ?? takeEmojiAtEnd(words) ?? {};
  const said = joinWords([...below, ...others.map(({ inline }) => wordsOf(inline))], ' · ');
  const row = { emoji, rest: [], tokens, from, to };
  // Without a headline, the other cells are the text.
  const label = said.length === 0 ? '' : plainText(name);
  if (label !== '') return { ...row, label, name, lead: said, text: plainText(said) };
  const lead = said.length === 0 ? name : said;
  return lead.length === 0 ? undefined : { ...row, label: undefined, name: [], lead, text: plainText(lead) };
}
