import { counted } from '#model/wording/counted.ts';
import { pageKind } from './pageKind.ts';
import { type Hit, rank, titleBonus } from './rank.ts';
import { type Query, queryOf } from './searchQuery.ts';

/** The parts of Pagefind's interface that are used here. */
interface Pagefind {
  search(words: string): Promise<{ results: Result[] }>;
}
interface Result {
  id: string;
  score: number;
  data(): Promise<Found>;
}
interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
  anchors?: { element: string; id: string; text: string; location: number }[];
  locations?: number[];
}
interface Row {
  found: Found;
  score: number;
  matched: number;
}

const MOST = 20;
/** Pages whose titles are looked at: more than are shown, since a title can bring a page forward. */
const LOOKED_AT = 30;
/** Milliseconds without a key before the search begins. */
const PAUSE = 150;
const form = document.querySelector<HTMLFormElement>('[data-search]');
const input = form?.querySelector<HTMLInputElement>('input') ?? null;
const status = document.querySelector<HTMLElement>('[data-search-status]');
const list = document.querySelector<HTMLElement>('[data-search-results]');
const nothing = document.querySelector<HTMLElement>('[data-search-nothing]');
const address = new URL(form?.dataset['search'] ?? '', location.href);

interface Index {
  engine: Pagefind;
  /** Every word that the pages have. */
  words: ReadonlySet<string>;
}
let loading: Promise<Index | null> | null = null;
let tries = 0;

/** Loads the index with the first search, and again where that failed; a development server has none. */
function index(): Promise<Index | null> {
  const fresh = tries === 0 ? '' : `?try=${tries}`;
  loading ??= Promise.all([
    import(/* @vite-ignore */ address.href + fresh),
    fetch(new URL('words.json', address)).then((answer) => answer.json()),
  ]).then(
    ([engine, words]) => ({ engine, words: new Set<string>(words) }),
    () => {
      loading = null;
      tries++;
      return null;
    },
  );
  return loading;
}

const hitsOf = async (engine: Pagefind, words: string): Promise<Hit<Result>[]> =>
  (await engine.search(words)).results.map((result) => ({ id: result.id, score: result.score, result }));

async function rowsOf({ engine }: Index, { words, phrase }: Query): Promise<Row[]> {
  const found = await Promise.all(words.map((word) => hitsOf(engine, word)));
  // Inverted commas are Pagefind's own sign for a phrase.
  const whole = phrase === null ? [] : await hitsOf(engine, `"${phrase.replaceAll('"', ' ')}"`);
  const pages = new Set(found.flat().map(({ id }) => id)).size;
  const ranked = rank(found, whole, Math.max(pages, 100));
  const most = ranked[0]?.score ?? 0;
  const first = await Promise.all(
    ranked.slice(0, LOOKED_AT).map(async ({ result, score, matched }) => {
      const data = await result.data();
      return { found: data, matched, score: score + most * titleBonus(data.meta.title ?? '', words) };
    }),
  );
  first.sort((a, b) => b.score - a.score);
  return [
    ...first,
    ...ranked.slice(LOOKED_AT).map(({ score, matched }) => ({ found: BLANK, score, matched })),
  ];
}
/** A page that is counted and not shown. */
const BLANK: Found = { url: '', excerpt: '', meta: {} };

/** An excerpt as text with `mark`s; anything else in it stays text. */
function excerptOf(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (node.nodeName !== 'MARK') return document.createTextNode(node.textContent ?? '');
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

/** In the glossary all words are on one page: the link leads to the entry that was found. */
function placeIn({ anchors = [], locations = [] }: Found, words: readonly string[]): string {
  const entries = anchors.filter(({ element }) => element === 'div');
  const places = locations.flatMap((at) => entries.filter(({ location }) => location <= at).at(-1) ?? []);
  // An entry of that name is before one that only uses the word.
  const named = places.find(({ id }) => words.some((word) => id.includes(word))) ?? places[0];
  return named === undefined ? '' : `#${named.id}`;
}

function itemOf({ found }: Row, words: readonly string[]): HTMLElement {
  const item = document.createElement('li');
  const kind = pageKind(found.url.slice(new URL('..', address).pathname.length));
  const label = document.createElement('span');
  label.className = 'kind';
  label.textContent = kind;
  const link = document.createElement('a');
  link.href = found.url + (kind === 'Glossary' ? placeIn(found, words) : '');
  link.textContent = found.meta.title ?? found.url;
  const text = document.createElement('p');
  text.append(...excerptOf(found.excerpt));
  item.append(label, ' ', link, text);
  return item;
}

/** What a person should know of how their words were read. */
function countOf(rows: readonly Row[], { words, corrected }: Query): string {
  const changed = corrected
    .map(({ from, to }) =>
      to === '' ? `No page says “${from}”.` : `No page says “${from}”, so this is for “${to}”.`,
    )
    .join(' ');
  const count = `${counted(rows.length, 'page')} found${rows.length > MOST ? `, the first ${MOST} are shown` : ''}.`;
  const all = rows.some(({ matched }) => matched === words.length);
  const partly =
    all || words.length < 2 ? '' : ' None has all of your words; those with most of them come first.';
  return `${changed} ${count}${partly}`.trim();
}

let newest = 0;

async function search(text: string): Promise<void> {
  const mine = ++newest;
  if (status === null || list === null || nothing === null) return;
  if (text === '') {
    status.textContent = '';
    list.replaceChildren();
    nothing.hidden = true;
    return;
  }
  if (list.childElementCount === 0) status.textContent = 'Searching …';
  nothing.hidden = true;
  const loaded = await index();
  if (mine !== newest) return;
  if (loaded === null) {
    status.textContent = 'The search could not be loaded. Check your connection, then press Search again.';
    return;
  }
  const query = queryOf(text, loaded.words);
  const rows = query.words.length === 0 ? [] : await rowsOf(loaded, query);
  // A newer search is under way.
  if (mine !== newest) return;
  list.replaceChildren(...rows.slice(0, MOST).map((row) => itemOf(row, query.words)));
  nothing.hidden = rows.length > 0;
  status.textContent = rows.length === 0 ? `Nothing found for “${text}”.` : countOf(rows, query);
}

if (form !== null && input !== null) {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = (words: string, pause = 0) => {
    history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`);
    clearTimeout(waiting);
    if (pause === 0) void search(words);
    else waiting = setTimeout(() => void search(words), pause);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(input.value.trim());
  });
  input.addEventListener('input', () => show(input.value.trim(), PAUSE));
  // Words may be there before this script is: from the address, or from somebody who types faster than a page loads.
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value === '') input.value = asked;
  if (input.value.trim() !== '') void search(input.value.trim());
}
