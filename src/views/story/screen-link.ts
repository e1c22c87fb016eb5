import * as v from 'valibot';

/** Name of the audience's window: how it knows itself, also after a reload. */
export const SCREEN = 'atlante-schermo';

const MessageSchema = v.variant('kind', [
  /** The audience's window asks where the presenter stands. */
  v.object({ kind: v.literal('hello'), story: v.string() }),
  v.object({
    kind: v.literal('at'),
    story: v.string(),
    /** Index of the step, -1 for the title page. */
    at: v.pipe(v.number(), v.integer(), v.minValue(-1)),
    lang: v.picklist(['it', 'en']),
    easy: v.boolean(),
    theme: v.picklist(['auto', 'light', 'dark']),
  }),
  /** The year the presenter's map has come to. */
  v.object({ kind: v.literal('year'), story: v.string(), period: v.string() }),
]);
export type ScreenMessage = v.InferOutput<typeof MessageSchema>;

/** Windows of one browser that show one story. Anything that is no message of ours is passed over. */
export class ScreenLink {
  #channel: BroadcastChannel | null = null;
  #story: string;

  constructor(story: string, hear: (message: ScreenMessage) => void) {
    this.#story = story;
    if (!('BroadcastChannel' in globalThis)) return;
    this.#channel = new BroadcastChannel('atlante-story');
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const read = v.safeParse(MessageSchema, data);
      if (read.success && read.output.story === story) hear(read.output);
    };
  }

  say(message: Distribute<ScreenMessage>): void {
    this.#channel?.postMessage({ ...message, story: this.#story });
  }

  close(): void {
    this.#channel?.close();
    this.#channel = null;
  }
}
type Distribute<M> = M extends unknown ? Omit<M, 'story'> : never;
