/**
 * A fake speech synthesis, since test machines have no voices: `say()` ends the sentence that is being spoken, and
 * `spoken` has all sentences so far. It is a string because it runs in the page.
 */
export const VOICE = `
  window.spoken = [];
  window.voices = [{ name: 'A voice' }];
  window.engine = new EventTarget();
  engine.getVoices = () => window.voices;
  engine.speak = (utterance) => {
    const [range] = [...(CSS.highlights.get('spoken') ?? [])];
    window.spoken.push({ text: utterance.text, lang: utterance.lang, marked: String(range) });
    engine.now = utterance;
  };
  engine.cancel = () => { engine.now = undefined; window.cancelled = true; };
  window.say = () => { const now = engine.now; engine.now = undefined; now?.dispatchEvent(new Event('end')); };
  Object.defineProperty(window, 'speechSynthesis', { value: engine });
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
`;

declare global {
  interface Window {
    spoken: { text: string; lang: string; marked: string }[];
    say(): void;
    voices: unknown[];
    engine: EventTarget;
    cancelled?: boolean;
  }
}
