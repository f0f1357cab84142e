import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#cli/commands/import.ts';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { createBoards } from '#state/boards/boards.ts';
import { loadBoard } from '#state/boards/boardStorage.ts';
import { openFiles } from '#state/boards/openFiles.ts';
import { takeOpened, undoOpening } from '#state/boards/takeOpened.ts';
import { parseLayout } from '#model/layout/layout.ts';
import { memory } from './memory.ts';

const open = (...files: [name: string, text: string][]) =>
  openFiles(
    files.map(([name, text]) => ({ name, text })),
    loadHclParser,
  );
const workspace = (name: string, more = '') =>
  `resource "tfe_workspace" "${name}" {\n  name         = "${name}"\n  organization = "acme"\n${more}}\n`;
const BOARD = JSON.stringify({
  version: 1,
  organizations: [{ name: 'acme' }],
  workspaces: [{ name: 'saw' }],
});

const FIXTURES = ['test/fixtures/hcl', 'test/fixtures/configurations']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((path) => /\.(tf|json)$/.test(path));

describe('what the command line reads, the app opens', () => {
  it.each(FIXTURES)('%s gives the same layout', async (path) => {
    const { stdout } = await importFiles([path]);
    const { boards, refused } = await open([path, readFileSync(path, 'utf8')]);
    if (stdout === '') {
      expect(boards).toEqual([]);
      expect(refused.flatMap(({ problems }) => problems).length).toBeGreaterThan(0);
      return;
    }
    const layout = parseLayout(JSON.parse(stdout));
    expect(boards.map(({ scenario }) => scenario.layout)).toStrictEqual([layout.ok ? layout.value : null]);
    expect(refused).toEqual([]);
  });

  it('also where a value of another provider, a module and a mistake are in it', async () => {
    const text = `${workspace('app', '  auto_apply   = data.aws_ssm_parameter.auto.value\n')}
data "aws_ssm_parameter" "auto" {
  name = "auto"
}
module "more" {
  source = "./more"
}
resource "tfe_run_trigger" "lost" {
  workspace_id  = tfe_workspace.app.id
  sourceable_id = tfe_workspace.nowhere.id
}
`;
    const { boards, refused } = await open(['main.tf', text]);
    expect(refused).toEqual([]);
    expect(boards[0]?.scenario.layout.workspaces).toMatchObject([{ name: 'app', auto_apply: false }]);
    const found = boards[0]?.notes.map(({ file, line, kind }) => [file, line, kind]);
    expect(found).toEqual([
      ['main.tf', 4, 'unknown'],
      ['main.tf', 10, 'unknown'],
      ['main.tf', 15, 'mistake'],
    ]);
    expect(boards[0]?.hcl).toBe(text);
  });
});

describe('several files', () => {
  it('of HCL are one board, one with a syntax error is named and the rest is there', async () => {
    const { boards, refused } = await open(
      ['infra/a.tf', workspace('network')],
      ['infra/b.tf', 'resource "tfe_workspace" {\n  name = \n}\n'],
      ['infra/c.tf', workspace('app')],
    );
    expect(refused).toEqual([]);
    expect(boards).toMatchObject([{ name: 'infra', files: ['infra/a.tf', 'infra/b.tf', 'infra/c.tf'] }]);
    expect(boards[0]?.scenario.layout.workspaces.map(({ name }) => name)).toEqual(['network', 'app']);
    expect(boards[0]?.notes).toMatchObject([{ file: 'infra/b.tf', line: 2, column: 3, kind: 'syntax' }]);
    // What is kept for the HCL tab can be read again, so that an edit does not have to write it anew.
    const again = importLayout([{ name: '', text: boards[0]?.hcl ?? '' }], await loadHclParser());
    expect(again).toEqual({ layout: boards[0]?.scenario.layout, problems: [] });
  });

  it('with values in another file keep them in one text, which says the same board', async () => {
    const { boards } = await open(
      [
        'infra/main.tf',
        `variable "name" {\n  type = string\n}\n${workspace('x').replace('"x"\n', 'var.name\n')}`,
      ],
      ['infra/terraform.tfvars', 'name = "network"\r\n'],
    );
    const [board] = boards;
    expect(board?.scenario.layout.workspaces).toMatchObject([{ name: 'network' }]);
    const again = importLayout([{ name: '', text: board?.hcl ?? '' }], await loadHclParser());
    expect(again).toEqual({ layout: board?.scenario.layout, problems: [] });
  });

  it('of boards are a board each, beside the one of HCL, and what is none is named with why', async () => {
    const { boards, refused } = await open(
      ['one.json', BOARD],
      ['main.tf', workspace('app')],
      ['two.yaml', 'version: 1\norganizations: [{ name: a }]\n'],
      ['notes.txt', 'hello'],
      ['empty.json', ''],
    );
    expect(boards.map(({ name, form }) => [name, form])).toEqual([
      ['main', 'HCL'],
      ['one', 'JSON'],
      ['two', 'YAML'],
    ]);
    expect(refused.map(({ name }) => name)).toEqual(['notes.txt', 'empty.json']);
    expect(refused[0]?.problems[0]?.message).toContain('is not a board');
  });

  it('without anything for a board say so, file by file', async () => {
    const { boards, refused } = await open(['a.tf', 'locals {\n  a = 1\n}\n'], ['b.tf', 'x = \n']);
    expect(boards).toEqual([]);
    expect(refused.map(({ name }) => name)).toContain('b.tf');
  });
});

describe('opening never takes a board away', () => {
  const start = async () => {
    const storage = memory();
    const boards = createBoards(storage);
    const own = boards.create('Mine', null);
    return {
      storage,
      boards,
      own,
      opened: (await open(['saw.json', BOARD], ['main.tf', workspace('app')])).boards,
    };
  };

  it('puts it beside the others, says where the old one is, and goes back', async () => {
    const { boards, own, opened } = await start();
    const before = boards.list().length;
    const taken = takeOpened(boards, opened.slice(0, 1));
    expect(taken.words).toBe(
      'Opened “main”: 1 workspace, 0 run triggers. Your board “Mine” is kept under Boards.',
    );
    expect(boards.current().name).toBe('main');
    expect(loadBoard(boards.slot(boards.current().id))).toMatchObject({
      state: 'loaded',
      board: { hcl: workspace('app') },
    });
    expect(undoOpening(boards, taken, false)).toBe('“Mine” is back.');
    expect(boards.current().id).toBe(own);
    expect(boards.list().length).toBe(before);
  });

  it('keeps several, each under Boards', async () => {
    const { boards, opened } = await start();
    const taken = takeOpened(boards, opened);
    expect(taken.ids.length).toBe(2);
    expect(taken.words).toContain('Opened 2 boards');
    expect(boards.list().map(({ name }) => name)).toEqual(expect.arrayContaining(['Mine', 'main', 'saw']));
  });

  it('does not take away what was done to it since', async () => {
    const { boards, opened } = await start();
    const taken = takeOpened(boards, opened.slice(0, 1));
    expect(undoOpening(boards, taken, true)).toContain(
      '“main” has changes of yours, so it stays under Boards.',
    );
    expect(boards.list().map(({ name }) => name)).toContain('main');
    expect(boards.current().name).toBe('Mine');
  });

  it('changes nothing where the browser has no room', async () => {
    const { storage, opened } = await start();
    const boards = createBoards({
      ...storage,
      setItem: (key, value) => {
        if (value.length > 200) throw new Error('full');
        storage.setItem(key, value);
      },
    });
    const before = boards.current().id;
    const taken = takeOpened(boards, opened);
    expect(taken).toMatchObject({ ids: [], words: expect.stringContaining('no room') });
    expect(boards.current().id).toBe(before);
  });
});
