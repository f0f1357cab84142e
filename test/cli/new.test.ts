import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { create as createIn } from '#cli/commands/new.ts';
import { contentFiles } from '#cli/load.ts';
import { rule } from '#cli/scaffolds/rule.ts';
import { camelOf } from '#cli/scaffolds/scaffold.ts';
import { prove } from '#engine/levels/prove.ts';
import { RULES_AT } from '#engine/rules/index.ts';
import { lint } from '#lint/index.ts';
import { loadContent } from '#model/content/loadContent.ts';
import { parseRuleBoard } from '#model/content/ruleBoard.ts';
import { parseLevel } from '#model/level/level.ts';

/** A copy of the project, so that what is made there is met by everything that reads folders. */
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'runchain-new-'));
  for (const part of ['content', 'src', 'package.json']) cpSync(part, join(copy, part), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function create(...words: string[]) {
  const run = createIn([...words, '--root', copy]);
  const made = [...run.stdout.matchAll(/^made (.*)$/gm)].map(([, path = '']) => path);
  return { ...run, made };
}
const textOf = (path: string) => readFileSync(join(copy, path), 'utf8');

/** Runs a script of the copy, as it would run there. */
function evaluate(code: string): unknown {
  const file = join(copy, 'src', 'try.ts');
  writeFileSync(file, code);
  const run = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  return JSON.parse(run.stdout);
}

describe('new content', () => {
  it('passes every check but the one that says what is to be filled in', { timeout: 120_000 }, () => {
    const all = [
      create('level', 'my-level'),
      create('question', 'my-question', '--topic', 'firing'),
      create('lesson', 'my-lesson'),
    ];
    expect(all.map(({ status, stderr }) => [status, stderr])).toEqual(Array(3).fill([0, '']));
    const made = all.flatMap((run) => run.made);
    expect(made.map((path) => path.replace(/\d\d/, 'NN'))).toEqual([
      'content/levels/NN-my-level.yaml',
      'content/questions/firing/my-question.yaml',
      'content/lessons/NN-my-lesson.mdx',
    ]);
    for (const { stdout } of all) expect(stdout).toContain('\nNext: write what FILL IN asks for.\n');
    const findings = lint({ ...loadContent(contentFiles(copy)), site: null });
    for (const path of made) {
      const mine = findings.filter(({ file }) => file === path).map(({ message }) => message);
      expect(mine.length, path).toBeGreaterThan(2);
      expect(mine.filter((message) => !message.startsWith('fill this in'))).toEqual([]);
    }
  });

  it('has, as a level, a board that is proven as it stands', { timeout: 60_000 }, () => {
    const [path = ''] = create('level', 'proven').made;
    const level = parseLevel(parse(textOf(path)));
    if (!level.ok) throw new Error(JSON.stringify(level.problems));
    expect(`content/levels/${level.value.id}.yaml`).toBe(path);
    expect(prove(level.value).problems).toEqual([]);
  });

  it('never takes the place of what is there', { timeout: 60_000 }, () => {
    const [path = ''] = create('question', 'twice', '--topic', 'firing').made;
    writeFileSync(join(copy, path), 'mine');
    expect(create('question', 'twice', '--topic', 'firing')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `question:${path}: is there already, and is left as it is\n`,
    });
    expect(textOf(path)).toBe('mine');
    const [first] = create('lesson', 'counted').made;
    expect(create('lesson', 'counted').made).not.toEqual([first]);
  });
});

describe('a new rule', () => {
  it('has a file, a test and a board, and stops nothing yet, at every point', { timeout: 60_000 }, () => {
    const project = { paths: [], factIds: new Set(['RT-01']) };
    const names = Object.keys(RULES_AT).map((at) => {
      const name = `rt-01-at-${at.replaceAll('_', '-')}`;
      const made = rule(name, new Map([['--at', at]]), project);
      if (!made.ok) throw new Error(made.message);
      const [source, test, board] = made.value.files;
      expect(made.value.files.map(({ path }) => path)).toEqual([
        `src/engine/rules/${name}.ts`,
        `test/engine/rules/${name}.test.ts`,
        `content/boards/${name}.yaml`,
      ]);
      expect(source?.text).toContain('Fact: RT-01.');
      expect(test?.text).toContain(`ruleTable('${name}', {`);
      expect(parseRuleBoard(parse(board?.text ?? '')).ok).toBe(true);
      writeFileSync(join(copy, source?.path ?? ''), source?.text ?? '');
      return name;
    });
    const rules = evaluate(`
      ${names.map((name) => `import { ${camelOf(name)} } from './engine/rules/${name}.ts';`).join('\n')}
      const workspace = { id: 'acme/app', settings: { name: 'app' } };
      const context = { workspace, source: workspace, target: workspace, run: { workspace } } as never;
      const rules = [${names.map(camelOf).join(', ')}];
      console.log(JSON.stringify(rules.map((rule) => ({ ...rule, stopped: rule.violation(context), said: rule.message(context) }))));`);
    expect(rules).toEqual(
      Object.keys(RULES_AT).map((at, i) =>
        expect.objectContaining({
          ...{ id: names[i], fact: 'RT-01', at, stopped: null },
          said: 'FILL IN: what is so with app.',
        }),
      ),
    );
  });

  it('needs a fact and a point', { timeout: 60_000 }, () => {
    expect(create('rule', 'zz-99-nothing', '--at', 'fire').stderr).toContain('add the fact first');
    expect(create('rule', 'rt-01-nothing').stderr).toContain('needs --at, one of create_trigger,');
  });
});

it('a new family of questions makes items', { timeout: 60_000 }, () => {
  expect(create('generator', 'my-family').made).toEqual(['src/quiz/generators/myFamily.ts']);
  const made = evaluate(`
    import { generatorOf } from './quiz/generators/kit/generator.ts';
    import { myFamily } from './quiz/generators/myFamily.ts';
    const { make } = generatorOf(myFamily);
    const items = Array.from({ length: 100 }, (_, i) => make(i + 1)).filter((item) => item !== null);
    console.log(JSON.stringify(items.map(({ question }) => question.type)));`);
  expect(Array.isArray(made) && made.length).toBeGreaterThan(5);
});

it('says how it is used, and refuses names that are none', { timeout: 60_000 }, () => {
  expect(create('poem')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('npm run new -- level NAME'),
  });
  expect(create('level', 'My Level').stderr).toBe(
    'level:My Level: must be lower-case words joined by hyphens, such as twenty-doors\n',
  );
  expect(create('question', 'x').stderr).toContain('needs --topic, one of auto-apply,');
});
