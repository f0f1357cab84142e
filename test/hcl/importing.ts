import { readFileSync } from 'node:fs';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/import/importLayout.ts';
import { idOf } from '#model/layout/layout.ts';

export const parser = await loadHclParser();

export const fixture = (name: string) => ({ name, text: readFileSync(`test/fixtures/hcl/${name}`, 'utf8') });

export const read = (...names: string[]) => importLayout(names.map(fixture), parser);

export const readText = (text: string) => importLayout([{ name: 'a.tf', text }], parser);

export const lines = ({ problems }: ReturnType<typeof read>) =>
  problems.map((p) => `${p.file}:${p.line}: ${p.message}`);

export const triggers = ({ layout }: ReturnType<typeof read>) =>
  layout?.run_triggers.map((t) => `${t.sourceable} -> ${t.workspace}`);

export const workspaces = ({ layout }: ReturnType<typeof read>) => layout?.workspaces.map(idOf);

export const workspace = ({ layout }: ReturnType<typeof read>, id: string) =>
  layout?.workspaces.find((candidate) => idOf(candidate) === id);
