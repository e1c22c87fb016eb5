import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Image, Link, Nodes, Root, RootContent, Text } from 'mdast';

/** What a text may say: no headings that would upset the reader's outline, no raw HTML, no address that runs code. */
const SCHEMA = {
  ...defaultSchema,
  tagNames: [
    'p',
    'em',
    'strong',
    'del',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'h4',
    'br',
    'sup',
    'sub',
    'img',
  ].concat('table thead tbody tr th td'.split(' ')),
  attributes: { a: ['href'], img: ['src', 'alt'], td: ['align'], th: ['align'] },
  protocols: { href: ['http', 'https'], src: ['data'] },
};

export interface Written {
  html: string;
  /** Running text, figures printed: for reading time and readability. */
  text: string;
}

/** What the text asks of its surroundings; `line` counts from the first line of the text, 1-based. */
export interface Surroundings {
  /** Printed figure, or null when there was a fault, which has been told already. */
  figure(expression: string, line: number): string | null;
  /** Address of a link as it is published. */
  link(url: string, line: number): string;
  /** Data address of an image. */
  image(url: string, alt: string, line: number): string;
  fault(line: number, what: string): void;
}

const FIGURE = /\{\{([^{}]*)\}\}/g;

/** Markdown → sanitised HTML, with its figures printed. Faults are told, never thrown. */
export function writeHtml(markdown: string, around: Surroundings): Written {
  const { text, printed } = takeFigures(markdown, around);
  const processor = unified().use(remarkParse).use(remarkGfm);
  const tree = processor.parse(text) as Root;
  visit(tree, around, printed);
  const words: string[] = [];
  collect(tree, words);
  const html = unified().use(remarkRehype).use(rehypeSanitize, SCHEMA).use(rehypeStringify);
  return {
    html: html.stringify(html.runSync(tree)).trim(),
    text: words.join('').replace(/\s+\n/g, '\n').trim(),
  };
}

/** A line of plain text, such as a title, with its figures printed. */
export function writeLine(text: string, around: Pick<Surroundings, 'figure' | 'fault'>): string {
  const { text: marked, printed } = takeFigures(text, around);
  return putFigures(typography(marked), printed);
}

const OPEN = '\ue000';
const CLOSE = '\ue001';

/** Figures leave before Markdown is read, so that nothing in them is taken for markup, and come back into the texts. */
function takeFigures(markdown: string, around: Pick<Surroundings, 'figure' | 'fault'>) {
  const printed: string[] = [];
  const lineAt = (offset: number) => markdown.slice(0, offset).split('\n').length;
  const text = markdown.replace(FIGURE, (_, expression: string, offset: number) => {
    printed.push(around.figure(expression, lineAt(offset)) ?? '…');
    // A figure broken over lines keeps its breaks: the lines after it keep their numbers.
    return `${OPEN}${printed.length - 1}${CLOSE}${'\n'.repeat(expression.split('\n').length - 1)}`;
  });
  for (const { index } of text.matchAll(/\{\{|\}\}/g))
    around.fault(
      text.slice(0, index).split('\n').length,
      'half a figure: "{{" and "}}" come in pairs, with no brace between them',
    );
  return { text, printed };
}

const putFigures = (text: string, printed: readonly string[]): string =>
  text.replace(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (_, i: string) => printed[Number(i)]!);

/** What a typesetter would do: true apostrophes, dashes in ranges, numbers that keep their units. */
export function typography(text: string): string {
  return text
    .replace(/(\p{L})'(?=\p{L}|\s|$)/gu, '$1’')
    .replace(/'(?=\d\d\b)/g, '’')
    .replace(/\b(\d{4})-(?=\d{4}\b)/g, '$1–')
    .replace(/\.\.\./g, '…')
    .replace(/(\d) (?=(?:€|%|km|m²|µg|°C|ogni|per cento|anni|mila|milioni)(?![\p{L}\d]))/gu, '$1\u00a0');
}

function visit(node: Nodes, around: Surroundings, printed: readonly string[]): void {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text') (node as Text).value = putFigures(typography(node.value), printed);
  else if (node.type === 'html' && !/^<!--/.test(node.value))
    around.fault(line, `HTML is not published: ${node.value.slice(0, 30)}; write Markdown`);
  else if (node.type === 'heading' && node.depth !== 4)
    around.fault(line, 'a heading inside a text is written with ####');
  else if (node.type === 'link') (node as Link).url = around.link(node.url, line);
  else if (node.type === 'image') {
    const image = node as Image;
    image.alt = putFigures(typography(image.alt ?? ''), printed);
    image.url = around.image(image.url, image.alt, line);
  } else if (node.type === 'inlineCode' || node.type === 'code') node.value = putFigures(node.value, printed);
  if ('children' in node) for (const child of node.children) visit(child, around, printed);
}

const BLOCKS = new Set<RootContent['type']>(['paragraph', 'heading', 'listItem', 'tableRow']);

function collect(node: Nodes, words: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode') words.push(node.value);
  if (node.type === 'break' || node.type === 'tableCell') words.push(' ');
  if ('children' in node) for (const child of node.children) collect(child, words);
  if (BLOCKS.has(node.type as RootContent['type'])) words.push('\n');
}
