import { foldTitle, namesIn } from './vocabulary.ts';

/** Titles of lists of people: who was at a meeting, who was not, and who contributed to the text. */
const NAMES = [
  'attendees, attendee, attendance, attending, in attendance, attendee|participant list, list of attendees|participants, present',
  'attended by, people|members|others|also|those present, voting|nonvoting members, who attended, who was there, participants',
  'roll call, regrets, apologies, rollcall, absent, absences, absentees, not present, excused',
  'asistentes, participantes, presentes, asistencia, ausentes, excusados, presents, personnes presentes, excuses',
  'absents, teilnehmer, teilnehmerinnen, teilnehmende, teilnehmer innen, anwesend, anwesende, abwesend, entschuldigt',
  'presenti, partecipanti, assenti, presenca, aanwezig, aanwezigen, deelnemers, afwezig, obecni, uczestnicy, nieobecni',
  'narvarande, deltagare, deltagere, ucastnici, pritomni, участники, присутствовали, присутствующие, отсутствовали',
  'läsnä, osallistujat, til stede, deltakere, résztvevők, participanți, παρόντες, peserta, ผู้เข้าร่วม, حاضران, omluveni',
  'учасники, присутні, katılımcılar, 参会人, 参会|与会|出席|请假|已请假~人员, 与会者, 缺席, 參會人員, 出席者, 参加者, 欠席者',
  '참석자, 참가자, 불참자, الحضور, المشاركون, משתתפים, נוכחים, credits',
];
const KNOWN = namesIn(NAMES);
const MAX_LENGTH = 120;

/**
 * Whether a list below this title names people, and has no stories: `Attendees (12)`, `Present:`, `Credits`, or such words
 * after a sentence, `Please sign in. Roll call:`.
 */
export function announcesPeople(text: string): boolean {
  const title = /(?<=[.!?]\s)[^.!?]{2,40}:$/.exec(text.slice(-MAX_LENGTH))?.[0] ?? text;
  return KNOWN.has(
    foldTitle(title.slice(0, MAX_LENGTH).replace(/\s*[(（[:：].*$/s, '')).replace(/ \d+$/, ''),
  );
}

/**
 * Up to five words before the name, `Board members attending`, but no preposition: `News for participants` is not a
 * list of people. `Contributors` may also be above what they have done.
 */
const QUALIFIED =
  /^(?:contributors|(?:(?!(?:for|to|by|from|with|the|how|what|why) )[\p{L}’'/-]+ ){1,5}(?:attendees?|attendance|attending|participants|absentees|roll ?call|members present))\s*(?:[(:].*)?$/iu;

/** Whether a list below this heading names people: `Attendees`, and also `Other attendees`, `Board members present`. */
export function headsPeople(title: string): boolean {
  return announcesPeople(title) || (title.length <= MAX_LENGTH / 2 && QUALIFIED.test(title));
}

const AUTHOR = /^[^\p{L}\p{N}]*(?:authors?|autor(?:in|en|es)?|auteurs?|autor[ei]|автор|作者|撰文)\s*[:：]/iu;
const WROTE =
  /^[^\p{L}\p{N}]*(?:written|posted|contributed|submitted|edited|compiled|prepared|curated) by\s*(?:[:：]|\s)\s*/iu;
/** `By Ann Example`, and not `By source`, `By The Numbers`, or `By Popular Demand`. */
const BY_NAME =
  /^[Bb]y(?! (?:The|An?|Our|Your|Their|All|Popular|Land|Air|Sea|Train|Bus)(?!\p{L}))(?: (?!(?:And|Or|Of|In|For|Numbers?|Demand|Request)(?!\p{L}))\p{Lu}[\p{L}.'’-]*){2,4}$/u;

/**
 * Whether a line names the author of a text or of a part of it: `Author: Ann Example`, `Submitted by Ann Example`, and
 * not `Written by hand`.
 */
export function isByline(line: string): boolean {
  const [wrote] = WROTE.exec(line) ?? [];
  const isNamed = wrote !== undefined && /^[^\p{Ll}\s]/u.test(line.slice(wrote.length));
  return isNamed || AUTHOR.test(line) || (/^by /i.test(line) && BY_NAME.test(line));
}
