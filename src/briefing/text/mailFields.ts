/** A field of a mail's header; `other` has no words of the text. */
export type MailField = 'from' | 'sent' | 'subject' | 'other';

/** The names that mail programs write, in lower case, by language. */
const NAMES: Readonly<Record<MailField, readonly string[]>> = {
  from: [
    'from',
    'von',
    'de',
    'da',
    'van',
    'od',
    'от',
    'від',
    'från|fra',
    '发件人|寄件者|寄件人',
    '差出人',
    '보낸 사람|보낸사람',
  ],
  sent: [
    'sent|date',
    'gesendet|datum',
    'envoyé|envoyé le',
    'enviado|enviado el|fecha',
    'enviada em|data|inviato',
    'verzonden|wysłano',
    'отправлено|дата',
    'надіслано',
    'skickat|sendt',
    '发送时间|日期|时间|寄件日期|傳送時間|送信日時|日時|보낸 날짜|날짜',
  ],
  subject: [
    'subject',
    'betreff',
    'objet',
    'asunto|assunto|oggetto',
    'onderwerp|temat',
    'тема',
    'ämne|emne|aihe|předmět|konu|tárgy|subiect',
    '主题|主旨|主題|件名|제목',
  ],
  other: [
    'to|cc|bcc|reply-to',
    'an|kopie',
    'à|para|aan',
    'кому|копия|копія',
    'till|til',
    '收件人|抄送|收件者|副本|宛先|받는 사람|받는사람',
  ],
};

const KINDS: ReadonlyMap<string, MailField> = new Map(
  (Object.keys(NAMES) as MailField[]).flatMap((kind) =>
    NAMES[kind].flatMap((names) => names.split('|').map((name) => [name, kind] as const)),
  ),
);

/** The kind of field with this name, in any case and in the language of any mail program: `Betreff` -> `subject`. */
export function mailFieldOf(name: string): MailField | undefined {
  return KINDS.get(name.toLowerCase());
}

/** The source of a regular expression for all names, in lower case. */
export function anyMailField(): string {
  return [...KINDS.keys()].join('|');
}

/** Whether a line is a field of a mail's header: `From: Ann`. */
export function isMailField(line: string): boolean {
  return FIELD.test(line);
}

const FIELD = new RegExp(`^(?:${anyMailField()})[ \\t]?[:：]`, 'i');

/** How mail programs begin the subject of a mail that somebody forwards, by language. */
const FORWARDED = /^(?:(?:fwd?|wg|tr|rv|doorst|i̇lt|ilt|转发|轉寄)[ \t]?[:：]\s*)+(?=\S)/i;

/** `Fwd: Harbour brief` -> `Harbour brief`. */
export function withoutForwardMark(subject: string): string {
  return subject.replace(FORWARDED, '');
}

/** A line of any words between dashes, which may introduce the header of a forwarded mail. */
const DASHED = /^[-–—]{2}.{2,60}[-–—]{2}$/;
/** `Begin forwarded message:`, `-----Original Message-----` */
const OPENING =
  /forwarded|original|weitergeleitet|ursprüngliche|origine|transféré|réexpédié|reenviado|пере(?:сила|слан|адрес)|转发|轉寄|原始/i;

/** Whether a line has its words between dashes: `-----Original Message-----`. */
export function isBetweenDashes(line: string): boolean {
  return DASHED.test(line);
}

/** Whether a line has a word for a mail that is passed on: `Begin forwarded message:`. */
export function namesForwarding(line: string): boolean {
  return OPENING.test(line);
}

/** A word for a mail. */
const MAIL =
  /mail|message|nachricht|mensaje|mensagem|messaggio|bericht|wiadomoś|сообщени|повідомлен|письм|лист|邮件|郵件|メール|メッセージ|메일|메시지|رسالة/i;

/** Whether a line is only what is above the header of such a mail. */
export function opensForwardedMail(line: string): boolean {
  if (!namesForwarding(line)) return false;
  return isBetweenDashes(line.trim()) || (/^.{8,60}[:：]\s*$/.test(line) && MAIL.test(line));
}
