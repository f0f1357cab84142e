import type { GlossaryEntry } from '#model/content/glossary.ts';
import { valuesOf } from '#model/content/loadContent.ts';
import { CONTENT } from '../content/content.ts';

/** The glossary, by term. */
export const GLOSSARY: readonly GlossaryEntry[] = valuesOf(CONTENT.glossary).flat();

/** The entry of an id; a lesson that names an unknown one does not build. */
export function entryOf(id: string): GlossaryEntry {
  const entry = GLOSSARY.find((other) => other.id === id);
  if (entry === undefined) throw new Error(`no term ${id} in content/glossary.yaml`);
  return entry;
}
