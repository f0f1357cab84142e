import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layout, plainAction, run } from './support/shorthand.ts';

const readme = readFileSync('test/support/README.md', 'utf8');

/** What the first cells of a table have between backticks, by the heading of the table's first column. */
const listed = (heading: string): string[] => {
  const [, table = ''] = readme.split(`| ${heading} |`);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| `([^`]+)`/gm)].map(([, text = '']) => text);
};

describe('the README of the shorthand', () => {
  it.each(listed('statement'))('shows a statement that can be read: %s', (statement) => {
    expect(layout(`network, app; ${statement}`).workspaces.length).toBeGreaterThan(1);
  });

  it('lists every flag of a workspace, and no other', () => {
    const source = readFileSync('test/support/shorthand.ts', 'utf8');
    const [, flags = ''] = /const FLAGS[^{]*\{\n([\s\S]*?)\n\};/.exec(source) ?? [];
    expect(listed('flag')).toEqual([...flags.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name));
    for (const flag of listed('flag')) expect(() => layout(`app: ${flag}`)).not.toThrow();
  });

  it.each(listed('action'))('shows an action that can be read: %s', (action) => {
    expect(plainAction(action)).toHaveProperty('type');
  });

  it('shows an outcome that comes out', () => {
    const [, written = ''] = /layout\('([^']+)'\)/.exec(readme) ?? [];
    const outcome = run(layout(written), ['start network']);
    for (const line of outcome.summary) expect(readme).toContain(`  '${line}',`);
    expect(readme).toContain(`\`${outcome.story('run-1').split(', ').slice(0, 3).join(', ')}, …\``);
    expect(readme).toContain(`\`${outcome.holds('run-2')}\``);
  });

  it('has a line for each file beside it, and names no path that is gone', () => {
    const files = readdirSync('test/support').filter((name) => name.endsWith('.ts'));
    expect(files.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    const paths = [...readme.matchAll(/`(test\/[\w/.]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
