import { type GlossaryEntry, parseGlossary } from '#model/content/glossary.ts';
import { read } from '../content/content.ts';

const files = import.meta.glob<string>('../../../content/glossary.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The glossary, by term. */
export const GLOSSARY: readonly GlossaryEntry[] = Object.entries(files).flatMap(([file, text]) =>
  read(file, text, parseGlossary),
);

/** The entry of an id; a lesson that names an unknown one does not build. */
export function entryOf(id: string): GlossaryEntry {
  const entry = GLOSSARY.find((other) => other.id === id);
  if (entry === undefined) throw new Error(`no term ${id} in content/glossary.yaml`);
  return entry;
}
