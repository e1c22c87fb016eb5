import type { Lang } from '../model/ids';

const SPOKEN: Record<Lang, string> = { it: 'it-IT', en: 'en-GB' };

/** The browser's own voice, where it has one on this machine for the language: nothing is sent anywhere. */
export class Speech {
  /** What is being read, by the name it was given; null in silence. */
  reading: string | null = $state(null);
  #voices: readonly SpeechSynthesisVoice[] = $state.raw([]);
  #synthesis = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;

  /** Call in an effect: voices may arrive after the page. */
  watch(): () => void {
    const synthesis = this.#synthesis;
    if (!synthesis) return () => undefined;
    const listen = () => (this.#voices = synthesis.getVoices().filter((voice) => voice.localService));
    listen();
    synthesis.addEventListener?.('voiceschanged', listen);
    return () => {
      synthesis.removeEventListener?.('voiceschanged', listen);
      this.stop();
    };
  }

  #voiceFor(lang: Lang): SpeechSynthesisVoice | undefined {
    return (
      this.#voices.find((voice) => voice.lang.replace('_', '-') === SPOKEN[lang]) ??
      this.#voices.find((voice) => voice.lang.toLowerCase().startsWith(lang))
    );
  }

  can(lang: Lang): boolean {
    return this.#voiceFor(lang) !== undefined;
  }

  toggle(name: string, text: string, lang: Lang): void {
    const again = this.reading === name;
    this.stop();
    const voice = this.#voiceFor(lang);
    if (again || !voice || !this.#synthesis) return;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.onend = said.onerror = () => {
      if (this.reading === name) this.reading = null;
    };
    this.reading = name;
    this.#synthesis.speak(said);
  }

  stop(): void {
    this.reading = null;
    this.#synthesis?.cancel();
  }
}
