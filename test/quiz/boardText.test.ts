import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ACTION_FORMS, ACTION_TYPES, type Action, parseScenario } from '#model/scenario/action.ts';
import { describeAction } from '#model/scenario/describeAction.ts';
import { boardLines, describeBoard } from '#model/layout/describe.ts';
import { parseLayout, settableFields } from '#model/layout/layout.ts';
import { parseQuestion } from '#model/quiz/question.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { portableItems } from '#quiz/exchange/boardText.ts';
import { blockHtml } from '#quiz/exchange/html.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import type { Item } from '#quiz/types/item.ts';

describe('the board in words', () => {
  it('says of everything what is not as it is by default', () => {
    const parsed = parseLayout({
      version: 1,
      organizations: [{ name: 'acme', concurrency: 2 }, { name: 'globex' }],
      projects: [
        { name: 'core', organization: 'acme' },
        { name: 'empty', organization: 'acme' },
      ],
      workspaces: [
        {
          name: 'net',
          organization: 'acme',
          project: 'core',
          execution_mode: 'agent',
          locked: true,
          outputs: [{ name: 'id', sensitive: true }],
          remote_state_consumer_ids: ['app'],
          run_tasks: [
            {
              name: 'scan',
              stage: 'post_plan',
              enforcement_level: 'mandatory',
              passes: false,
            },
          ],
        },
        {
          name: 'app',
          organization: 'acme',
          reads: [{ workspace: 'net', output: 'id' }],
          variables: [{ key: 'size', value: 's' }],
        },
        { name: 'far', organization: 'globex' },
      ],
      run_triggers: [{ sourceable: 'net', workspace: 'app' }],
      variable_sets: [
        {
          name: 'creds',
          organization: 'acme',
          priority: true,
          projects: ['core'],
          variables: [{ key: 'k', value: 'v', category: 'env', sensitive: true }],
        },
      ],
      teams: [
        {
          name: 'ops',
          organization: 'acme',
          organization_access: { read_workspaces: true, manage_policies: true },
          workspace_access: [
            { workspace: 'app', access: 'write' },
            {
              workspace: 'net',
              permissions: {
                runs: 'plan',
                variables: 'read',
                state_versions: 'none',
                workspace_locking: true,
              },
            },
          ],
        },
        { name: 'guests', organization: 'acme' },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(boardLines(describeBoard({ layout: parsed.value, actions: [] }))).toEqual([
      'Organization `acme`: runs at the same time: at most 2.',
      'Organization `globex`: default settings.',
      'Project `empty`: in organization `acme`; no workspaces in it.',
      'Workspace `net`: in organization `acme`; in project `core`; agent execution; locked by a user; mandatory post-plan run task `scan`: fails; outputs `id` (sensitive); shares its state with `app`.',
      'Workspace `app`: triggered by `net`; in organization `acme`; reads `id` of `net` through `terraform_remote_state`; Terraform variable `size`: `s`.',
      'Workspace `far`: in organization `globex`.',
      'Variable set `creds`: in organization `acme`; applies to the workspaces of project `core`; prioritized; environment variable `k`: sensitive, its value is hidden.',
      'Team `ops`: in organization `acme`; in the organization: View all workspaces, Manage policies; `write` on `app`; custom permissions on `net`: runs `plan`, variables `read`, state versions `none`, lock and unlock `yes`.',
      'Team `guests`: in organization `acme`; no access to anything.',
      'Anything not listed has its default setting.',
    ]);
  });

  it('says how workspaces of one name differ, and what holds where something is done', () => {
    const parsed = parseScenario({
      layout: {
        version: 1,
        organizations: [{ name: 'acme' }, { name: 'globex' }],
        workspaces: [
          { name: 'net', organization: 'acme' },
          { name: 'net', organization: 'globex' },
        ],
      },
      actions: [
        {
          type: 'start_run',
          workspace: 'globex/net',
          source: 'cli',
          auto_approve: true,
        },
        {
          type: 'set',
          workspace: 'acme/net',
          settings: { auto_apply: false, variables: [{ key: 'a' }] },
        },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(boardLines(describeBoard(parsed.value)).slice(4)).toEqual([
      'Step 1: Start a run in `globex/net` from the CLI with -auto-approve.',
      'Step 2: Change `acme/net`: Auto-apply: off; Terraform variable `a`: empty.',
      'Anything not listed has its default setting, plans find changes, and applies succeed.',
    ]);
  });

  it('says every field of every action', () => {
    const values: Readonly<Record<string, readonly [unknown, unknown]>> = {
      workspace: ['acme/net', 'acme/app'],
      sourceable: ['acme/dns', 'acme/web'],
      run: [undefined, 'run-2'],
      source: ['tfe-ui', 'cli'],
      mode: ['standard', 'destroy'],
      auto_approve: [false, true],
      at: [undefined, 40],
      as: [undefined, 'ops'],
    };
    const settings: Readonly<Record<string, unknown>> = {
      ...Object.fromEntries(
        Object.entries(settableFields).map(([key, field]) => [key, z.parse(z.optional(field), undefined)]),
      ),
      tfe_token_team: 'ops',
    };
    for (const type of ACTION_TYPES) {
      const keys = Object.keys(ACTION_FORMS[type]._zod.def.shape).filter((key) => key !== 'type');
      const plain = Object.fromEntries(keys.map((key) => [key, key === 'settings' ? {} : values[key]?.[0]]));
      const words = (more: object) => describeAction({ type, ...plain, ...more } as Action);
      for (const key of keys) {
        if (key !== 'settings')
          expect(words({ [key]: values[key]?.[1] }), `${type} ${key}`).not.toBe(words({}));
        else
          for (const [field, value] of Object.entries(settings))
            expect(words({ settings: { [field]: value } }), field).not.toBe(words({}));
      }
    }
  });

  it('is HTML in paragraphs, with code as it is', () => {
    expect(blockHtml('a\nb\n\n```hcl\nx <y>\n\nz\n```\nc **d**')).toBe(
      '<p>a b</p><pre><code>x &lt;y&gt;\n\nz</code></pre><p>c <strong>d</strong></p>',
    );
  });
});

describe('what only the simulator can grade', () => {
  it('stays at home', () => {
    const parsed = parseQuestion({
      id: 'built',
      type: 'build',
      stem: 'Mend it.',
      objective: '6a',
      topic: 'topic',
      rules: ['RT-01'],
      difficulty: 1,
      family: 'built',
      palette: ['a', 'b'].map((id) => ({
        id,
        text: id,
        edit: {},
        explanation: 'Because.',
        facts: ['RT-01'],
      })),
      checks: [{ id: 'c', text: 'It runs.', rule: 'RT-01', check: {} }],
      at_most: 1,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const item: Item = { question: parsed.value, seed: null, scenario: null };
    expect(portableItems([item])).toEqual([]);
    expect(toQti([item]).map(({ path }) => path)).toEqual(['imsmanifest.xml']);
    expect(toAnki([item])).not.toContain('built');
  });
});
