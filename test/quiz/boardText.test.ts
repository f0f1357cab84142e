import { describe, expect, it } from 'vitest';
import { parseLayout } from '#model/layout.ts';
import { parseQuestion } from '#model/question.ts';
import { toAnki } from '#quiz/exchange/anki.ts';
import { boardText, portable } from '#quiz/exchange/boardText.ts';
import { blockHtml } from '#quiz/exchange/html.ts';
import { toQti } from '#quiz/exchange/qti.ts';
import type { Item } from '#quiz/item.ts';

describe('the board in words', () => {
  it('says of everything what is not as it is by default', () => {
    const parsed = parseLayout({
      version: 1,
      organizations: [{ name: 'acme' }, { name: 'globex' }],
      projects: [{ name: 'core', organization: 'acme' }],
      workspaces: [
        {
          name: 'net',
          organization: 'acme',
          project: 'core',
          execution_mode: 'agent',
          locked: true,
          outputs: [{ name: 'id', sensitive: true }],
          remote_state_consumer_ids: ['app'],
          run_tasks: [{ name: 'scan', stage: 'post_plan', enforcement_level: 'mandatory', passes: false }],
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
          variables: [{ key: 'k', value: 'v', sensitive: true }],
        },
      ],
      teams: [
        {
          name: 'ops',
          organization: 'acme',
          organization_access: { read_workspaces: true },
          workspace_access: [{ workspace: 'app', access: 'write' }],
        },
      ],
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(boardText(parsed.value)).toEqual([
      'Workspace net in acme: in project core, agent execution, locked by a user, shares its state with app, outputs id (sensitive), mandatory post_plan task scan that fails.',
      'Workspace app in acme: reads id of net, sets size = s.',
      'Workspace far in globex: all as by default.',
      'Run trigger: an apply of net starts app.',
      'Variable set creds (priority) for project core sets k = a sensitive value.',
      'Team ops has read workspaces in acme, write on app.',
    ]);
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
    expect(portable([item])).toEqual([]);
    expect(toQti([item]).map(({ path }) => path)).toEqual(['imsmanifest.xml']);
    expect(toAnki([item])).not.toContain('built');
  });
});
