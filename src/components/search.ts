/** The parts of Pagefind's interface that are used here. */
interface Pagefind {
  debouncedSearch(words: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}
interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

const MOST = 20;
const form = document.querySelector<HTMLFormElement>('[data-search]');
const input = form?.querySelector<HTMLInputElement>('input') ?? null;
const status = document.querySelector<HTMLElement>('[data-search-status]');
const list = document.querySelector<HTMLElement>('[data-search-results]');
let loading: Promise<Pagefind | null> | null = null;

/** Loads the index with the first search; it is made by the build, so a development server has none. */
function pagefind(): Promise<Pagefind | null> {
  const address = form?.dataset['search'] ?? '';
  loading ??= import(/* @vite-ignore */ new URL(address, location.href).href).catch(() => null);
  return loading;
}

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

function row(found: Found): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = found.url;
  link.textContent = found.meta.title ?? found.url;
  const text = document.createElement('p');
  text.append(...excerptOf(found.excerpt));
  item.append(link, text);
  return item;
}

async function search(words: string): Promise<void> {
  if (status === null || list === null) return;
  if (words === '') {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  const engine = await pagefind();
  if (engine === null) {
    status.textContent = 'The search index could not be loaded. Try again when you are online.';
    return;
  }
  const answer = await engine.debouncedSearch(words);
  // A newer search is under way.
  if (answer === null) return;
  const found = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
  list.replaceChildren(...found.map(row));
  const count = answer.results.length;
  status.textContent =
    count === 0
      ? 'Nothing found. Try fewer or other words.'
      : `${count} ${count === 1 ? 'page' : 'pages'} found${count > MOST ? `, the first ${MOST} are shown` : ''}.`;
}

if (form !== null && input !== null) {
  const show = (words: string) => {
    history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`);
    void search(words);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(input.value.trim());
  });
  input.addEventListener('input', () => show(input.value.trim()));
  const asked = new URLSearchParams(location.search).get('q') ?? '';
  if (asked !== '') {
    input.value = asked;
    void search(asked);
  }
}

export {};
