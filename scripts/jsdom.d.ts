/** What the build uses of jsdom, which ships no types of its own. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string);
    window: Window & typeof globalThis;
  }
}
