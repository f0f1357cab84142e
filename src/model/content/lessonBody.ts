import GithubSlugger from 'github-slugger';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A text and where it is in the file. */
export interface Placed {
  value: string;
  offset: number;
}

/** One component in a lesson: `<Claim facts="RT-01">` with its attributes, without its children. */
export interface LessonElement {
  name: string;
  offset: number;
  /** `value` is what the component gets, `offset` and `end` are those of the text between quotes or braces. */
  attributes: ReadonlyMap<string, Placed & { end: number }>;
}

interface Heading {
  level: number;
  text: string;
  /** The id that the page gives the heading. */
  anchor: string;
  offset: number;
}

/** A block of code: its language, and what is written after it, as in `hcl invalid`. */
interface CodeBlock extends Placed {
  language: string;
  meta: string;
}

/** What a lesson consists of below its frontmatter, in the order in which it is written. */
export interface LessonBody {
  elements: readonly LessonElement[];
  headings: readonly Heading[];
  /** Addresses of links and images, and of definitions for them. */
  links: readonly Placed[];
  code: readonly CodeBlock[];
  /** What a reader takes as one passage, as it is written: a paragraph, a list item, a block of code or a component. */
  passages: readonly Placed[];
  /** The sentences, without code, components and tables. */
  prose: string;
  /** The words in the cells of tables. */
  cells: string;
  /** Where and why the text is not MDX; everything else is then empty. */
  problem: Placed | null;
}

const PARSER = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);
const MARKDOWN = unified().use(remarkParse);

type Tree = ReturnType<typeof PARSER.parse>;
type TreeNode = Tree['children'][number];
type Element = Extract<TreeNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;
type Attribute = Extract<Element['attributes'][number], { type: 'mdxJsxAttribute' }>;

/** @param start where the body starts; offsets are those in the whole text */
export function readBody(text: string, start: number): LessonBody {
  const tree = parse(`${text.slice(0, start).replace(/[^\n]/g, ' ')}${text.slice(start)}`);
  const nodes = 'problem' in tree ? [] : [...everyNode(tree.children)];
  const slugger = new GithubSlugger();
  const elements = nodes.flatMap((node) => (isElement(node) ? (elementOf(node, text) ?? []) : []));
  return {
    elements: elements.filter(({ name }) => /^[A-Z]/.test(name)),
    headings: nodes.flatMap((node) => {
      if (node.type !== 'heading') return [];
      const words = wordsOf(node).trim();
      return [{ level: node.depth, text: words, anchor: slugger.slug(words), offset: startOf(node) }];
    }),
    links: nodes.flatMap((node) => linkOf(node, text) ?? []),
    code: nodes.flatMap((node) =>
      node.type === 'code'
        ? [{ language: node.lang ?? '', meta: node.meta ?? '', value: node.value, offset: startOf(node) }]
        : [],
    ),
    passages: 'problem' in tree ? [] : passagesOf(tree.children, text),
    prose: 'problem' in tree ? '' : proseOf(tree.children),
    cells: nodes.flatMap((node) => (node.type === 'tableCell' ? [wordsOf(node)] : [])).join(' '),
    problem: 'problem' in tree ? tree.problem : null,
  };
}

/** The parser throws at the first mistake. */
function parse(text: string): Tree | { problem: Placed } {
  try {
    return PARSER.parse(text);
  } catch (error) {
    if (!(error instanceof Error) || !('reason' in error) || !('place' in error)) throw error;
    return { problem: { value: String(error.reason), offset: offsetIn(error.place) } };
  }
}

/** The parser gives a place as a point, or as a range whose `start` is one. */
function offsetIn(place: unknown): number {
  if (typeof place !== 'object' || place === null) return 0;
  if ('offset' in place && typeof place.offset === 'number') return place.offset;
  return 'start' in place ? offsetIn(place.start) : 0;
}

function* everyNode(nodes: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of nodes) {
    yield node;
    if ('children' in node) yield* everyNode(node.children);
  }
}

const startOf = (node: TreeNode): number => node.position?.start.offset ?? 0;
const endOf = (node: TreeNode): number => node.position?.end.offset ?? 0;

const isElement = (node: TreeNode): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The words in a node, as the page shows them. */
function wordsOf(node: TreeNode): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function elementOf(node: Element, text: string): LessonElement | null {
  if (node.name === null) return null;
  const attributes = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [[attribute.name, attributeText(attribute, text)] as const] : [],
  );
  return { name: node.name, offset: startOf(node), attributes: new Map(attributes) };
}

/**
 * The value of an attribute: the text in quotes, or the string or plain template in braces; any other expression as it is
 * written. What is in braces is read from the file, since MDX drops two spaces of each line and places would be off by them.
 */
function attributeText({ value, position }: Attribute, text: string): Placed & { end: number } {
  const [start, last] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
  if (value === null || value === undefined) return { value: '', offset: last, end: last };
  const opened = text.indexOf('=', start) + 1;
  const offset = opened + text.slice(opened, last).search(/\S/) + 1;
  if (typeof value === 'string') return { value, offset, end: last - 1 };
  const [statement] = value.data?.estree?.body ?? [];
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  const [from, to] =
    expression?.range && isText(expression)
      ? [expression.range[0] + 1, expression.range[1] - 1]
      : [offset, last - 1];
  return { value: text.slice(from, to), offset: from, end: to };
}

const isText = (expression: { type: string; value?: unknown; expressions?: unknown[] }): boolean =>
  expression.type === 'Literal'
    ? typeof expression.value === 'string'
    : expression.type === 'TemplateLiteral' && expression.expressions?.length === 0;

function linkOf(node: TreeNode, text: string): Placed | null {
  if (isElement(node)) return elementOf(node, text)?.attributes.get('href') ?? null;
  if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return null;
  // The address comes after the words of a link. An address with escapes is not found; then the link's start has to do.
  const from = node.type === 'link' ? Math.max(startOf(node), ...node.children.map(endOf)) : startOf(node);
  const place = text.indexOf(node.url, from);
  const isBare = node.type === 'link' && text[startOf(node)] !== '[';
  return { value: node.url, offset: isBare || place < 0 || place > endOf(node) ? startOf(node) : place };
}

/** The addresses of links in a text that is Markdown, not MDX. What looks like a link in code is none. */
export function linksIn(text: string): string[] {
  // Most texts have no link, and to parse all of them as Markdown takes seconds.
  if (!/\]\(|\]:|href=/.test(text)) return [];
  return [...everyNode(MARKDOWN.parse(text).children)].flatMap((node) => {
    if (node.type === 'html')
      return [...node.value.matchAll(/href=["']([^"']*)/g)].map(([, url]) => url ?? '');
    return node.type === 'link' || node.type === 'image' || node.type === 'definition' ? [node.url] : [];
  });
}

/** Each item of a list is a passage of its own, since it is read by itself. */
function passagesOf(nodes: readonly TreeNode[], text: string): Placed[] {
  return nodes.flatMap((node) =>
    node.type === 'list' || node.type === 'blockquote'
      ? passagesOf(node.children, text)
      : [{ value: text.slice(startOf(node), endOf(node)), offset: startOf(node) }],
  );
}

/** Headings and list items count as sentences, even without a full stop. */
function proseOf(nodes: readonly TreeNode[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'table':
          return '';
        case 'heading':
        case 'listItem':
          return `${proseOf(node.children)}.\n`;
        case 'paragraph':
          return `${proseOf(node.children)}\n`;
        default:
          return 'children' in node ? proseOf(node.children) : ' ';
      }
    })
    .join('');
}
