/** How a language model begins its answer, before the briefing. All forms here are matched against lower case. */
const OPENINGS =
  /^(?:sure|certainly|of course|absolutely|got it|okay|ok|great|understood|happy to help|here(?:['’]s| is| are)|below is|i['’]ve (?:prepared|compiled|put together|gathered)|i have (?:prepared|compiled|gathered)|(?:now )?i (?:now )?have (?:enough|all|everything)\b[^.!?]{0,60}? to (?:write|produce|compile|create|draft)|(?:now )?let me (?:now )?(?:write|compile|produce|create|draft)|as requested|claro|por supuesto|aqu[ií] (?:tienes|está|vai)|segue(?:m|-se)?|oto|i\u0307?şte|berikut|ось|dưới đây|bien s[uû]r|voici|natürlich|gerne|hier (?:ist|sind)|certo|ecco|конечно|вот)(?![\p{L}\p{N}])|^(?:好的|当然|以下是|这是|はい|承知|わかりました|以下は|네|물론|다음은)/u;
/** How it describes its own work before that: `I’ll search for the news. … I have enough. Let me write it.` */
const WORKS =
  /^i['’]ll (?:now )?(?:scan|search|gather|fetch|research|look|check|start|begin|run)\b[^]*\blet me (?:now )?(?:write|compile|produce|create|draft|run|search|scan|fetch|gather|research|check|look|find|get|pull|verify|do)\b/;
/** How it announces the briefing there. */
const ANNOUNCES =
  /\b(?:here|below|brief|briefing|summary|digest|report|news|update|overview|roundup|resumen|informe|noticias|r[ée]sum[ée]|zusammenfassung|riassunto|samenvatting)\b|以下|简报|摘要|总结|新闻|要約|まとめ|ニュース|요약|브리핑|сводка|обзор|огляд|зведення|resumo|relatório|podsumowanie|przegląd|özet|ringkasan|tóm tắt/;
/** How it ends its answer. */
const CLOSINGS =
  /^(?:let me know|would you like|do you want|feel free|i hope (?:this|that)|hope (?:this|that) helps|is there anything|if you(?:['’]d| would) like|want me to|shall i|please let me know|happy to|av[ií]same|¿?(?:quieres|te gustaría)|espero que|n['’]hésitez|souhaitez-vous|sag mir|möchten sie|möchtest du|дайте знать|хотите|如果(?:您|你)|需要我|您想|希望(?:这|對|对)|ご(?:希望|不明)|必要で(?:あれば|したら)|원하시면|필요하시면|더 궁금)/;
/** Maximum length of a remark, and of one that describes the model's work. In UTF-16 units. */
const MAX_LENGTH = 300;
const MAX_WORK_LENGTH = 1000;

/** Whether a paragraph above a text is a remark of a language model: `Sure! Here is your briefing:`. */
export function opensChat(words: string): boolean {
  if (words.length > MAX_WORK_LENGTH || !/[:：.!。！…]$/.test(words)) return false;
  const small = words.toLowerCase();
  const opens = (words.length <= MAX_LENGTH && OPENINGS.test(small)) || WORKS.test(small);
  return opens && ANNOUNCES.test(small);
}

/** Whether a paragraph below a text is a remark of a language model: `Let me know if you would like more!` */
export function closesChat(words: string): boolean {
  return words.length <= MAX_LENGTH && CLOSINGS.test(words.toLowerCase());
}
