/** Lower case ASCII with dashes, at most `most` characters, never cut within a word: "residenti-di-65-anni-e-oltre". */
export function slug(text: string, most = 60): string {
  const words = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word.slice(0, most);
    if (longer.length > most) break;
    name = longer;
  }
  return name;
}

export interface FileNameInput {
  /** Title of what is inside, in the reader's language. */
  title: string;
  level: string;
  /** One date or a span of them. */
  period: string;
  /** Edition of the atlas: the date of the file. */
  edition: string;
  /** Anything that tells it from its sisters: the ratio, the frame. */
  variant?: string;
  extension: string;
}

/** "atlante-bologna_residenti-di-65-anni-e-oltre_area_2021_quadrato_2026-11-23.png": telling, ASCII, dated, and sorts by subject. */
export function fileName({ title, level, period, edition, variant, extension }: FileNameInput): string {
  const parts = [
    'atlante-bologna',
    slug(title, 90),
    slug(level),
    slug(period),
    variant ? slug(variant) : '',
    edition,
  ];
  return `${parts.filter(Boolean).join('_')}.${extension}`;
}
