// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** Whatever a browser keeps, or carries to other tabs, by the name that a script needs for it. */
const RAW = [
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'openDB',
  'deleteDB',
  'BroadcastChannel',
  'SharedWorker',
  'StorageEvent',
  'caches',
  'cookieStore',
  'cookie',
];

/** Who may use what of it, and why. */
const ALLOWED: Record<string, { names: string[]; why: string }> = {
  'src/state/storage/browser.ts': {
    names: ['localStorage', 'sessionStorage', 'BroadcastChannel', 'StorageEvent'],
    why: 'it is the port to the browser',
  },
  'src/state/storage/learnerScope.ts': {
    names: ['localStorage', 'sessionStorage'],
    why: 'it finds whose page this is, before anything has a name',
  },
  'src/state/progress/databaseBackend.ts': {
    names: ['indexedDB', 'openDB'],
    why: 'the database of the log: its name is scoped, which is held below',
  },
  'src/components/page/themeFirst.js': {
    names: ['localStorage'],
    why: 'it runs before the first paint, imports nothing and reads the theme, which belongs to the device',
  },
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => posix.join('src', path.replaceAll('\\', '/')))
  .filter((path) => /\.(ts|tsx|js|mjs|astro)$/.test(path))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** In an .astro file: what stands between its fences, and its scripts. */
function codeOf(path: string, text: string): string {
  if (!path.endsWith('.astro')) return text;
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code);
  return [/^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '', ...scripts].join('\n');
}

/** Each use of such a name, however it is reached: plainly, as a member, by destructuring or as a text. */
function rawUses(path: string, text: string): string[] {
  const kind = /\.[jt]sx$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, codeOf(path, text), ts.ScriptTarget.ESNext, true, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && RAW.includes(node.text))
      found.push(node.text);
    if (ts.isCallExpression(node) && /addEventListener$/.test(node.expression.getText(tree))) {
      const [event] = node.arguments;
      if (event !== undefined && ts.isStringLiteral(event) && event.text === 'storage')
        found.push('StorageEvent');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return [...new Set(found)];
}

describe('nothing goes around the storage port', () => {
  it.each([
    'localStorage.getItem("a")',
    'globalThis.localStorage.clear()',
    'const { sessionStorage } = window;',
    'Reflect.get(self, "indexedDB")',
    'window["localStorage"]',
    "addEventListener('storage', hear);",
    'new BroadcastChannel("x")',
    'document.cookie = "a=b";',
  ])('the test sees %s', (code) => {
    expect(rawUses('src/state/a.ts', code)).toHaveLength(1);
  });

  it('no file uses what the browser keeps but the port, and two with a reason', () => {
    const wrong = sources.flatMap(({ path, text }) =>
      rawUses(path, text)
        .filter((name) => !(ALLOWED[path]?.names.includes(name) ?? false))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every database is opened under the name of the learner', () => {
    const opened = sources.flatMap(({ text }) => [...text.matchAll(/openDB(?:<\w+>)?\(([^,]*)/g)]);
    expect(opened.map(([, name]) => name)).toEqual(['scoped(NAME)']);
  });

  it('what belongs to the device is the theme alone', () => {
    const text = sources.find(({ path }) => path === 'src/state/storage/browser.ts')?.text ?? '';
    expect(/type DeviceKey = (.*);/.exec(text)?.[1]).toBe("'runchain.theme'");
  });
});

/** The stores as a new page of this tab finds them. */
async function newPage() {
  vi.resetModules();
  const [storage, scope, boards, board, last, slot, draft, theme] = await Promise.all([
    import('#state/storage/browser.ts'),
    import('#state/storage/learnerScope.ts'),
    import('#state/boards/boards.ts'),
    import('#state/boards/boardStorage.ts'),
    import('#state/level/lastLevel.ts'),
    import('#state/boards/hclDrafts.ts'),
    import('#state/level/draft/levelDraft.ts'),
    import('#state/app/theme.ts'),
  ]);
  return {
    ...board,
    ...boards,
    ...last,
    ...slot,
    ...draft,
    ...theme,
    ...storage,
    ...scope,
    area: board.browserBoardStorage,
  };
}
const emptyBoard = (name: string) => ({
  scenario: {
    layout: { version: 1, organizations: [{ name }] },
    actions: [],
  },
});

/** Everything that can be kept about boards, kept. */
async function work(name: string) {
  const page = await newPage();
  const area = page.area();
  const boards = page.createBoards(area, page.tabStorage());
  boards.rename('b1', name);
  boards.slot('b1').setItem(page.BOARD_KEY, JSON.stringify(emptyBoard(name)));
  page.hclDrafts(boards.slot('b1')).keep({ text: name, layout: '' });
  area?.setItem(page.levelKey('01-first-spark'), name);
  area?.setItem(page.DRAFT_KEY, name);
  page.rememberLevel(area, name);
  page.browserStorage.write('runchain.read', name);
}

/** What a person at a new page sees of all that. */
async function seen() {
  const page = await newPage();
  const area = page.area();
  const boards = page.createBoards(area, page.tabStorage());
  return {
    boards: boards.list().map(({ name }) => name),
    board: boards.slot('b1').getItem(page.BOARD_KEY)?.includes('organizations') ?? false,
    hcl: page.hclDrafts(boards.slot('b1')).get()?.text ?? null,
    level: area?.getItem(page.levelKey('01-first-spark')) ?? null,
    draft: area?.getItem(page.DRAFT_KEY) ?? null,
    last: page.lastLevel(area),
    read: page.browserStorage.read('runchain.read'),
    keys: page.browserStorage.keys().length,
  };
}
const everything = (name: string) => ({
  boards: [name],
  board: true,
  hcl: name,
  level: name,
  draft: name,
  last: name,
  read: name,
  keys: expect.any(Number),
});
const nothing = {
  boards: ['My board'],
  board: false,
  hcl: null,
  level: null,
  draft: null,
  last: null,
  read: null,
  keys: 0,
};

async function startAs(learner: string): Promise<() => void> {
  return (await newPage()).scopeStorage(learner);
}

describe('what each person keeps', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    delete document.documentElement.dataset['packaged'];
  });

  it('is theirs alone: the second learner in a browser sees nothing of the first, who finds everything again', async () => {
    await startAs('ada');
    await work('ada');
    await startAs('grace/hopper');
    expect(await seen()).toEqual(nothing);
    await work('grace');
    await startAs('ada');
    expect(await seen()).toEqual(everything('ada'));
    await startAs('');
    expect(await seen()).toEqual(nothing);
  });

  it('stays where it was for a visitor without a learning system, under the same keys as before', async () => {
    const text = JSON.stringify(emptyBoard('before'));
    const list = { version: 1, current: 'b1', boards: [{ id: 'b1', name: 'before' }] };
    localStorage.setItem('runchain.sandbox.boards', JSON.stringify(list));
    localStorage.setItem('runchain.sandbox.board.b1', text);
    localStorage.setItem(
      'runchain.sandbox.board.b1.hcl-draft',
      JSON.stringify({ text: 'before', layout: '' }),
    );
    localStorage.setItem('runchain.sandbox.level.01-first-spark', 'before');
    localStorage.setItem('runchain.builder.draft', 'before');
    localStorage.setItem('runchain.sandbox.lastLevel', 'before');
    localStorage.setItem('runchain.read', 'before');
    const before = { ...localStorage };
    expect(await seen()).toEqual(everything('before'));
    await startAs('ada');
    expect(await seen()).toEqual(nothing);
    sessionStorage.clear();
    expect({ ...localStorage }).toMatchObject(before);
    expect(await seen()).toEqual(everything('before'));
  });

  it('is found in a new tab of the package while the attempt goes on, and by nobody after it', async () => {
    document.documentElement.dataset['packaged'] = '';
    const over = await startAs('ada');
    await work('ada');
    sessionStorage.clear();
    expect(await seen()).toEqual(everything('ada'));
    over();
    expect(await seen()).toEqual(everything('ada'));
    sessionStorage.clear();
    expect(await seen()).toEqual(nothing);
  });

  it('is not found in a new tab of the site itself', async () => {
    await startAs('ada');
    await work('ada');
    sessionStorage.clear();
    expect(await seen()).toMatchObject({ boards: ['My board'], level: null });
  });

  it('is heard of in the other tabs of the same person only', async () => {
    await startAs('ada');
    const page = await newPage();
    const hear = vi.fn();
    const deaf = page.onOtherTabs(hear);
    const tell = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key }));
    tell('grace/runchain.sandbox.board.b1');
    tell('runchain.sandbox.board.b1');
    expect(hear).not.toHaveBeenCalled();
    tell('ada/runchain.sandbox.board.b1');
    tell(null);
    expect(hear).toHaveBeenCalledTimes(2);
    deaf();
    expect(page.openChannel('runchain.progress')?.name).toBe('ada/runchain.progress');
  });

  it('the theme is the device’s: everybody at this screen finds it', async () => {
    await startAs('ada');
    (await newPage()).storeTheme('dark');
    await startAs('grace');
    expect((await newPage()).readTheme()).toBe('dark');
    (await newPage()).storeTheme('system');
    expect(localStorage.getItem('runchain.theme')).toBe(null);
  });
});
