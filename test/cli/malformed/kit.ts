/** One input that is not usable, and what its lines on stderr must say, after `FILE:`. */
export interface Malformed {
  title: string;
  /** The text of a scenario; `extension` decides whether it may be YAML. */
  text: string | Buffer;
  extension?: 'json' | 'yaml';
  /** One entry a line, in order: what the line must contain, path or line number included. */
  lines: string[];
}

export const layout = (rest: object = {}) => ({
  version: 1,
  organizations: [{ name: 'acme' }],
  workspaces: [{ name: 'a' }, { name: 'b' }],
  ...rest,
});
export const two = (rest: object = {}) => ({
  version: 1,
  organizations: [{ name: 'acme' }, { name: 'beta' }],
  workspaces: [
    { name: 'a', organization: 'acme' },
    { name: 'a', organization: 'beta' },
    { name: 'c', organization: 'beta' },
  ],
  ...rest,
});
export const json = (value: unknown) => JSON.stringify(value);
export const scenario = (rest: object, actions: unknown = []) => json({ layout: layout(rest), actions });
export const act = (...actions: unknown[]) => json({ layout: layout(), actions });
export const workspace = (fields: object, rest: object = {}) =>
  scenario({ workspaces: [{ name: 'a', ...fields }, { name: 'b' }], ...rest });
export const W0 = 'layout.workspaces[0]';

export const deep = 10_000;
export const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
for (let i = 1; i < 12; i++)
  laughs.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
/** 14 stages of doubling: 2^14 runs. */
export const doubling = layout({
  workspaces: Array.from({ length: 43 }, (_, i) => ({
    name: `w${i}`,
    auto_apply: true,
    auto_apply_run_trigger: true,
  })),
  run_triggers: Array.from({ length: 14 }, (_, k) => [
    { sourceable: `w${3 * k}`, workspace: `w${3 * k + 1}` },
    { sourceable: `w${3 * k}`, workspace: `w${3 * k + 2}` },
    { sourceable: `w${3 * k + 1}`, workspace: `w${3 * k + 3}` },
    { sourceable: `w${3 * k + 2}`, workspace: `w${3 * k + 3}` },
  ]).flat(),
});
