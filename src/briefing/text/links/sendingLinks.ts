/** A longer paragraph is content, whatever a `here` in it links to. In UTF-16 units. */
const MAX_LENGTH_AROUND = 300;
/** Maximum length of the name of such a link. In UTF-16 units. */
const MAX_NAME_LENGTH = 80;

/** What is viewed, shared or unsubscribed from: ` this newsletter`, ` l’article`. */
const IT =
  / (?:l['’])?(?:this|these|the|it|our|your|my|all|future|e-?mails?|message|newsletter|issue|post|story|article|edition|briefing|lett(?:er|re)|list|cet(?:te)?|l[ae]|histoire|est[ae]|el|correo|mensaje|mensagem|bolet[íi]n|hist[óo]ria|not[íi]cia|art[íi]culo|artigo|quest[ao]|articolo|storia|dit|deze|de|artikel|verhaal|nieuwsbrief|version|письмо)/;

/** The whole words of links that belong to the delivery of a newsletter, and not to its content. `IT` is filled in. */
const NAMES: readonly RegExp[] = [
  // View in browser. `Read the article online` leads to a source.
  /(?!.*(?:art[ií]|stor|hist|not[ií]|verh))(?:view|read|see|open|voir|lire|afficher|consulter|ouvrir|ver|leer|abrir|visualizar|visualizza|apri|leggi|bekijk|lees|открыть|посмотреть|смотреть|visa|vis)IT (?:online|on (?:the )?web(?:site)?|in (?:(?:your|the|a|je|uw|de) )?(?:(?:web ?)?browser|app)|en ligne|dans (?:le|votre|un) navigateur|(?:en|no) (?:(?:el|tu|su|seu) )?navegador|en l[íi]nea|en la web|(?:nel|sul) (?:tuo )?browser|в браузере|i webbläsaren|i (?:browser|nettleser)(?:en)?)/,
  /(?:web|online|browser)[ -]?(?:version|ansicht)(?: (?:ansehen|anzeigen))?|version en ligne|веб-версия/,
  /im browser (?:ansehen|anzeigen|öffnen)|عرض في المتصفح/,
  /在(?:浏览器|瀏覽器|网页)(?:中|里)?(?:查看|打开|打開|阅读)(?:此邮件)?|(?:查看)?网页版/,
  /(?:ブラウザ|ウェブ|web)(?:ー)?(?:で|版)(?:見る|表示|開く|読む)?(?:する)?/,
  /브라우저에서 (?:보기|열기)|웹에서 보기/,
  // Feedback.
  /(?:give |send |leave )?(?:feedback|a comment)|(?:not )?(?:useful|helpful|relevant)|反馈|フィードバック|피드백/,
  // Unsubscribe.
  /(?:click here to )?(?:unsubscribe|opt[- ]?out)(?: here| now| instantly| from)?IT/,
  /(?:[ms]e )?d[ée]s(?:abonner|inscrire)(?: ici)?|d[ée]s(?:abonnement|inscription)/,
  /da(?:r[ms]e|te) de baja|(?:cancelar|anular) (?:(?:l?a|mi) )?(?:suscripci[óo]n|inscri[çc][ãa]o|assinatura)|desuscribir(?:[ms]e)?|descadastrar(?:-se)?/,
  /annulla (?:l['’])?iscrizione|disiscriviti|cancella(?:mi| iscrizione)/,
  /uitschrijven|afmelden|avsluta prenumeration(?:en)?|avregistrera(?: dig)?|afmeld|meld (?:deg )?av|wypisz si[ęe]|odhl[áa]sit(?: se)?/,
  /отписаться(?: от рассылки)?|відписатися/,
  /退订|退訂|取消订阅|取消訂閱/,
  /(?:配信停止|(?:購読|登録|配信)解除)(?:はこちら|する)?/,
  /수신 ?거부|구독 ?(?:취소|해지)/,
  /إلغاء الاشتراك|لغو اشتراک|abonelikten çık|hủy đăng ký|berhenti berlangganan|dezabonare|leiratkozás|peruuta tilaus|הסרה|ยกเลิกการสมัคร/,
  // Preferences.
  /(?:(?:manage|update|change|edit)(?: your| my)? )?(?:e-?mail |subscription |notification )?(?:preferences|settings)|(?:manage|update)(?: your| my)? (?:subscription|profile|notification|e-?mail)s?/,
  /(?:profil|einstellungen) (?:bearbeiten|aktualisieren|ändern|verwalten)/,
  /(?:g[ée]rer|modifier) (?:mes |vos )?(?:pr[ée]f[ée]rences|abonnements?)/,
  /(?:gestionar|actualizar|administrar|cambiar) (?:mis |tus |sus |las )?(?:preferencias|suscripci[óo]n(?:es)?)/,
  /(?:配信設定|設定)(?:の変更|を変更)?|管理(?:订阅|訂閱|偏好设置)/,
  // Share and forward.
  /(?:share|forward|compart(?:ir|e)|(?:compartilh|partilh)(?:ar|e)|partage[rz]|condividi|deel|transf[ée]rer|reenviar|encaminhar|inoltra)IT(?: (?:on|via|by|with|to|[àa]) (?:an? |uno? |um )?(?:twitter|x|facebook|linkedin|whatsapp|e-?mail|bluesky|threads|mastodon|friends?|colleagues?|ami|amigo|amico))?/,
  /tweet this|refer (?:a )?friends?|(?:(?:hier|jetzt|sich|diesen|den|artikel|beitrag|newsletter|an|einen|freunde?) ){0,4}(?:teilen|weiterleiten|weiterempfehlen|abmelden|abbestellen|austragen|abmeldelink)/,
  /поделиться|поширити|分享(?:本文|此文|文章)?|シェア(?:する)?|공유(?:하기)?|مشاركة/,
  /add us to your address book|why did i get this\??|(?:report|mark as) (?:abuse|spam)/,
];

/** All of them in one expression, because each link of a text is tested. */
const NAME = new RegExp(
  `^(?:${NAMES.map(({ source }) => source.replace('IT', `(?:${IT.source}){0,3}`)).join('|')})$`,
);

/** Links that usually appear beside those, and the names of channels. */
const BESIDE =
  /^(?:privacy(?: policy)?|terms(?: of (?:service|use))?|contact(?: us)?|subscribe(?: now)?|sign up|help(?: center)?|faq|imprint|impressum|datenschutz(?:erklärung)?|kontakt|mentions légales|advertise|sponsor|archive|home|website|twitter|x|facebook|instagram|linkedin|youtube|mastodon|bluesky|threads|tiktok|telegram|whatsapp|discord|slack|pinterest|vimeo|reply to this e-?mail directly|view it on github|privacidad|プライバシーポリシー|隐私政策)$/;

/** Whether a link in a row of others is at the end of a newsletter: `Privacy`, `Facebook`. */
export function isBesideSending(words: string): boolean {
  return BESIDE.test(withoutMarks(words));
}

/** `To unsubscribe, click here.`: the words of the link say nothing, those around it do. */
const HERE =
  /^(?:(?:click )?here|this link|(?:klik )?hier|(?:hier )?klicken(?: sie)?(?: bitte)?(?: hier)?|(?:cliquez )?ici|aqu[íi]|qui|こちら|这里|здесь)$/;
const SAYS_SO =
  /unsubscri|opt[- ]?out|in (?:your |the )?(?:web )?browser|im browser (?:zu |an)|view (?:it|this (?:e-?mail|message)) online|ab(?:zu)?melde|ab(?:zu)?bestell|afmelde|uit(?: te )?schrijv|désabonn|désinscri|darte? de baja|suscripci[óo]n|navegador|navigateur|disiscri|отпис|退订|退訂|取消订阅|配信停止|購読解除|수신 ?거부/i;

/** What is said above a newsletter of its sending, in the words of many mail programs. */
const SENT =
  /\byou(?:['’]re| are| have)? (?:receiving|received|getting) th(?:is|ese)\b|\b(?:view|read|see|open|launch) (?:this|it|the)\b.{0,40}\b(?:online|on (?:the|our) web|in (?:your|a|the) (?:web ?)?browser)|\b(?:trouble|problems|difficulty) (?:viewing|reading|seeing) this\b|\bis not displaying|\bim browser (?:ansehen|anzeigen|öffnen)|\bsie erhalten diese|(?:richtig|korrekt) (?:dargestellt|angezeigt)|\bvous recevez ce|s['’]affiche pas\b|\bdans (?:votre|le) navigateur|\brecibe este|\ben (?:tu|su) navegador|\bnel (?:tuo )?browser|получили это письмо|ブラウザで|在浏览器中|브라우저에서/i;

/** Whether words only say how a newsletter was sent: `View this email in your browser`, `You are receiving this …`. */
export function saysHowSent(words: string): boolean {
  return words.length <= MAX_LENGTH_AROUND && SENT.test(words);
}

/**
 * Returns for each link of a paragraph whether it belongs to the delivery of a newsletter, and not to its content, so
 * that it is not a source: `Unsubscribe`, `View in browser`, `Share this story`. If all other links usually appear
 * beside such a link, they count, too: `Unsubscribe | Privacy`. `words`: the words of the whole paragraph.
 */
export function sendingLinks(links: readonly string[], words: string): readonly boolean[] {
  const names = links.map((link) => withoutMarks(wordsBefore(link, words) ?? link));
  const sending = names.map((name) => isSending(name, words));
  if (!sending.includes(true)) return sending;
  const isAll = names.every((name, i) => sending[i] === true || BESIDE.test(name) || name === '');
  return isAll ? names.map(() => true) : sending;
}

/** Before an address: `Unsubscribe: `, `View this post on the web at `; and before that, another address. */
const AT_ADDRESS = /(?:\s(?:at|here|visit))?[\s:：,(<[–—-]{0,6}$/i;
const OTHER_ADDRESS = /^.*(?:https?:\S+|[|·•])/;
/** A longer paragraph is not searched for an address. In UTF-16 units. */
const MAX_SEARCHED = 1000;

/** Returns the words before an address on its line, which say what is there: `Unsubscribe: https://a.example`. */
function wordsBefore(address: string, words: string): string | undefined {
  if (!address.includes('://') || words.length > MAX_SEARCHED) return undefined;
  const at = words.indexOf(address);
  // Another address may begin in the same way.
  if (/[^\s)>\]]/.test(words.charAt(at + address.length))) return undefined;
  const start = Math.max(words.lastIndexOf('\n', at) + 1, at - 2 * MAX_NAME_LENGTH);
  const before = words.slice(start, Math.max(0, at));
  const said = before.replace(OTHER_ADDRESS, '').replace(AT_ADDRESS, '');
  return said === '' ? undefined : said;
}

function isSending(name: string, words: string): boolean {
  if (name.length > MAX_NAME_LENGTH || name.includes('://')) return false;
  // `Trouble reading this? View in browser`
  if (NAME.test(name.replace(/^.*[?？] ?(?=\S)/, ''))) return true;
  return HERE.test(name) && words.length <= MAX_LENGTH_AROUND && SAYS_SO.test(words);
}

/** White space other than a single space between words. */
const LOOSE_SPACE = /\s\s|[^\S ]/;
/** A cheap test for words without marks around them, as most are. */
const BARE = /^[a-z\d][^]*[a-z\d?]$/;

/** The words of a link in lower case, without the marks around them. */
function withoutMarks(link: string): string {
  if (link.length > 2 * MAX_NAME_LENGTH) return link;
  const small = link.toLowerCase();
  const words = LOOSE_SPACE.test(small) ? small.replace(/\s+/g, ' ') : small;
  return BARE.test(words) ? words : words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}?]+$/gu, '');
}
