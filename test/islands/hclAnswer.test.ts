import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/exportLayout.ts';
import { answer } from '#islands/sandbox/hcl/answer.ts';
import { TEMPLATES } from '#state/sandboxTemplates.ts';

const [{ layout }] = TEMPLATES;
const read = async (text: string) => {
  const said = await answer({ id: 1, task: 'read', input: { text, before: layout } }, loadHclParser);
  if (!('mistakes' in said)) throw new Error('another answer');
  return said;
};

describe('what the HCL tab says of a text', () => {
  it('is its layout where it can be read', async () => {
    expect(await read(exportLayout(layout))).toMatchObject({ layout, mistakes: [], notes: [] });
  });

  it('names line and column of a mistake and gives no layout, so that the last board stays', async () => {
    const lost = 'resource "tfe_run_trigger" "lost" {\n  workspace_id  = tfe_workspace.nowhere.id\n';
    const text = `${exportLayout(layout)}\n${lost}  sourceable_id = tfe_workspace.network.id\n}\n`;
    const said = await read(text);
    expect(said.layout).toBeNull();
    const [mistake] = said.mistakes;
    expect(mistake?.message).toContain('nowhere');
    const line = text.split('\n')[(mistake?.line ?? 0) - 1] ?? '';
    expect(line.slice((mistake?.column ?? 0) - 1)).toMatch(/^(workspace_id|tfe_workspace\.nowhere)/);
  });

  it('names where the ends of a trigger changed places', async () => {
    const text = exportLayout({
      ...layout,
      run_triggers: [{ sourceable: 'acme/network', workspace: 'acme/app' }],
    });
    const turned = text
      .replace('sourceable_id = tfe_workspace.network.id', 'sourceable_id = tfe_workspace.app.id')
      .replace('workspace_id  = tfe_workspace.app.id', 'workspace_id  = tfe_workspace.network.id');
    expect(turned).not.toBe(text);
    const said = await read(turned);
    const [note] = said.notes;
    expect(note?.message).toContain('look exchanged');
    expect(turned.split('\n')[(note?.line ?? 0) - 1]).toContain('"tfe_run_trigger" "network_to_app"');
  });

  it('is that it is too long, at once, where it has ten megabytes', async () => {
    const never = () => Promise.reject(new Error('the parser was asked'));
    const text = '# a\n'.repeat(2_500_000);
    expect(await answer({ id: 1, task: 'open', input: { text } }, never)).toMatchObject({ ok: false });
    expect(await read(text)).toMatchObject({
      layout: null,
      mistakes: [{ line: 1, column: 1, message: expect.stringContaining('is too long') }],
    });
  });
});
