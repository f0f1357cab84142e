import { parse as parseWithGo } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { quoted } from '#hcl/syntax/print.ts';
import { parseLayout } from '#model/layout/layout.ts';
import { layoutArb } from '../arbitraries/layout.ts';
import { cases } from '../arbitraries/scenario.ts';

/** What `terraform fmt` would change, as far as this writer could get it wrong. */
function unformatted(text: string): string[] {
  const problems: string[] = [];
  const lines = text.split('\n');
  if (!text.endsWith('}\n') && !/\}\n$/.test(text)) problems.push('does not end with one new line');
  let depth = 0;
  let row: { at: number; line: string }[] = [];
  const endRow = () => {
    const widths = new Set(row.map(({ line }) => line.indexOf(' = ')));
    const longest = Math.max(
      ...row.map(
        ({ line }) =>
          line.indexOf(line.trimStart().split(' ')[0] ?? '') + (line.trimStart().split(' ')[0] ?? '').length,
      ),
    );
    if (row.length > 0 && (widths.size > 1 || [...widths][0] !== longest))
      problems.push(`not aligned: lines ${row.map(({ at }) => at + 1).join(', ')}`);
    row = [];
  };
  for (const [at, line] of lines.entries()) {
    if (/\s$/.test(line)) problems.push(`line ${at + 1} ends with a space`);
    if (line === '' && lines[at + 1] === '' && at + 2 < lines.length)
      problems.push(`line ${at + 1}: two empty lines`);
    const opens = /[{[]$/.test(line) && !line.startsWith('#');
    const closes = /^\s*[}\]]/.test(line);
    if (closes) depth--;
    const indent = line.length - line.trimStart().length;
    if (line !== '' && indent !== depth * 2) problems.push(`line ${at + 1} is not indented by ${depth * 2}`);
    const isArgument = /^\s*[a-z_]+ += \S/.test(line) && !opens;
    if (isArgument) row.push({ at, line });
    else endRow();
    if (opens) depth++;
  }
  endRow();
  return problems;
}

describe('exportLayout', () => {
  it('AC 29: is formatted, and is HCL to Terraform, whatever the names', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(layoutArb, async (layout) => {
        const text = exportLayout(layout);
        expect(unformatted(text)).toEqual([]);
        await parseWithGo('x.tf', text);
      }),
      cases(100),
    );
  });

  it('has every address once, all of them accepted by Terraform', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(layoutArb, (layout) => {
        const headers = [...exportLayout(layout).matchAll(/^resource "(\w+)" "([^"]*)" \{/gm)];
        for (const [, , label] of headers) expect(label).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
        expect(new Set(headers.map(([header]) => header)).size).toBe(headers.length);
      }),
      cases(100),
    );
  });

  it('has no comment where every value is the default', () => {
    const layout = parseLayout({
      version: 1,
      organizations: [{ name: 'acme' }],
      workspaces: [
        { name: 'network-a', execution_mode: 'local', remote_state_consumer_ids: ['app'] },
        { name: 'app' },
      ],
      run_triggers: [{ sourceable: 'network-a', workspace: 'app' }],
    });
    if (!layout.ok) throw new Error(JSON.stringify(layout.problems));
    expect(exportLayout(layout.value)).toBe(`terraform {
  required_providers {
    tfe = {
      source  = "hashicorp/tfe"
      version = "~> 0.80.0"
    }
  }
}

resource "tfe_organization" "acme" {
  name                    = "acme"
  email                   = "admin@example.com"
  cost_estimation_enabled = false
}

resource "tfe_workspace" "network_a" {
  name         = "network-a"
  organization = tfe_organization.acme.name
}

resource "tfe_workspace_settings" "network_a" {
  workspace_id              = tfe_workspace.network_a.id
  execution_mode            = "local"
  remote_state_consumer_ids = [tfe_workspace.app.id]
}

resource "tfe_workspace" "app" {
  name         = "app"
  organization = tfe_organization.acme.name
}

resource "tfe_run_trigger" "network_a_to_app" {
  workspace_id  = tfe_workspace.app.id
  sourceable_id = tfe_workspace.network_a.id
}
`);
  });

  it('says in a comment what HCL has no place for', () => {
    const layout = parseLayout({
      version: 1,
      ruleset: 'guide',
      organizations: [{ name: 'acme', concurrency: 2 }],
      workspaces: [
        { name: 'app', locked: true, plan: 'auto', seconds: { plan: 5 }, outputs: [{ name: 'url' }] },
      ],
    });
    if (!layout.ok) throw new Error(JSON.stringify(layout.problems));
    expect(exportLayout(layout.value).match(/^#.*$/gm)).toEqual([
      '# runchain: layout {"ruleset":"guide"}',
      '# runchain: organization acme {"concurrency":2}',
      '# runchain: workspace acme/app {"locked":true,"outputs":[{"name":"url"}],"plan":"auto","seconds":{"plan":5,"apply":30}}',
    ]);
  });
});

describe('quoted', () => {
  it.each([
    ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
    ['two\nlines\t', '"two\\nlines\\t"'],
    ['$\u007bx} %\u007by}', '"$$\u007bx} %%\u007by}"'],
    ['$$\u007bx}', '"\\u0024$$\u007bx}"'],
    ['costs $5', '"costs $5"'],
    ['\u0000\ud800', '"\\u0000\\ud800"'],
    ['名前 😀', '"名前 😀"'],
  ])('%j', (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});
