import { escapeXml } from './xml';

export interface EmbedInput {
  /** Address of the map inside the frame, and of the same view in the atlas. */
  src: string;
  href: string;
  title: string;
  /** "Fonte: …" and the name of the atlas. */
  source: string;
  atlas: string;
}

/** HTML for somebody else's page: a frame that loads when it comes into view, and a link that shows where it is from. */
export function embedCode({ src, href, title, source, atlas }: EmbedInput): string {
  return (
    `<iframe src="${escapeXml(src)}" title="${escapeXml(title)}" loading="lazy" allow="fullscreen; clipboard-write; web-share" ` +
    `style="width:100%;border:0;aspect-ratio:4/3;min-height:26rem"></iframe>\n` +
    `<p><a href="${escapeXml(href)}">${escapeXml(title)} · ${escapeXml(atlas)}</a>. ${escapeXml(source)}</p>`
  );
}
