import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { exportLayout } from '#hcl/export/exportLayout.ts';
import { answer } from '#islands/sandbox/hcl/answerMessage.ts';
import { TEMPLATES } from '#state/boards/templates.ts';

const [{ layout }] = TEMPLATES;
const read = async (text: string, lenient = false) => {
  const said = await answer({ id: 1, task: 'read', input: { text, before: layout, lenient } }, loadHclParser);
  if (!('mistakes' in said) || !('layout' in said)) throw new Error('another answer');
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

  it('is its layout without the mistakes, where they were left out before', async () => {
    const lost = 'resource "tfe_run_trigger" "lost" {\n  workspace_id  = tfe_workspace.nowhere.id\n';
    const text = `${exportLayout(layout)}\n${lost}  sourceable_id = tfe_workspace.network.id\n}\n`;
    const said = await read(text, true);
    expect(said.layout).toStrictEqual(layout);
    expect(said.mistakes).toMatchObject([{ kind: 'mistake', message: expect.stringContaining('nowhere') }]);
    expect((await read(`${text}\nbroken`, true)).layout).toBeNull();
  });

  it('names the line of the whole text where it holds several files', async () => {
    const text = `# runchain: file a.tf\n${exportLayout(layout)}\n# runchain: file b.tf\nlocals {\n  a = \n}\n`;
    const said = await read(text);
    const [mistake] = said.mistakes;
    expect(mistake).toMatchObject({ kind: 'syntax', file: 'b.tf' });
    expect(text.split('\n')[(mistake?.line ?? 0) - 1]).toContain('a =');
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
    expect(
      await answer({ id: 1, task: 'open', input: { files: [{ name: 'a.tf', content: text }] } }, never),
    ).toMatchObject({
      boards: [],
      refused: [{ name: 'a.tf', problems: [{ message: expect.stringContaining('is too long') }] }],
    });
    expect(await read(text)).toMatchObject({
      layout: null,
      mistakes: [{ line: 1, column: 1, message: expect.stringContaining('is too long') }],
    });
  });
});
