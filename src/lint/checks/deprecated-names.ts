import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { parseDeprecated, type DeprecatedName } from '#model/content/deprecatedName.ts';
import type { ContentCheck } from '../check.ts';
import { at, type Content, type ContentFile } from '../content.ts';
import type { ContentFinding } from '../finding.ts';

const TABLE = 'content/deprecated.yaml';
/** A passage may use an old name where it says that it is one. */
const SAYS_SO = /\bdeprecat|\bold(?:er)? name/i;

interface Passage {
  text: string;
  offset: number;
}

export const deprecatedNames: ContentCheck = {
  id: 'deprecated-names',
  title: 'A name that the vendor has deprecated appears only where the text says so.',
  find(content) {
    const files = [...content.lessons, ...content.facts, ...content.questions, ...content.levels];
    const texts = [...files, ...content.others.filter(({ path }) => !path.endsWith(TABLE))];
    const { names, findings } = readTable(content);
    return [...findings, ...texts.flatMap((file) => inFile(file, names))];
  },
};

function readTable({ others, factIds }: Content): { names: DeprecatedName[]; findings: ContentFinding[] } {
  const file = others.find(({ path }) => path.endsWith(TABLE));
  if (file === undefined) return { names: [], findings: [] };
  const lines = new LineCounter();
  const parsed = parseDeprecated(parseDocument(file.text, { lineCounter: lines }).toJS());
  if (!parsed.ok)
    return { names: [], findings: parsed.problems.map((p) => at(file, 0, `${p.path}: ${p.message}`)) };
  const findings = parsed.value
    .filter(({ fact }) => !factIds.has(fact))
    .map(({ name, fact }) => at(file, file.text.indexOf(name), `${fact} is not a fact in content/facts`));
  return { names: parsed.value, findings };
}

function inFile(file: ContentFile, names: readonly DeprecatedName[]): ContentFinding[] {
  const passages = file.path.endsWith('.mdx') ? paragraphsOf(file.text) : mapsOf(file.text);
  return passages
    .filter(({ text }) => !SAYS_SO.test(text))
    .flatMap(({ text, offset }) =>
      names.flatMap(({ name, also, now }) => {
        const found = [name, ...also].find((word) => text.toLowerCase().includes(word.toLowerCase()));
        if (found === undefined) return [];
        const place = Math.max(0, file.text.slice(offset).toLowerCase().indexOf(found.toLowerCase()));
        return [
          at(
            file,
            offset + place,
            `${found} has been replaced: say that it is deprecated, or use ${now.join(', ')}`,
          ),
        ];
      }),
    );
}

/** Paragraphs of an MDX text; a block of code is one, with what stands behind its fence. */
function paragraphsOf(text: string): Passage[] {
  const found: Passage[] = [];
  for (const match of text.matchAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$|(?:^(?!`{3}).*\S.*\n?)+/gm))
    found.push({ text: match[0], offset: match.index });
  return found;
}

/** The texts that stand together in one map of a YAML file: an option with its explanation, a claim with its note. */
function mapsOf(text: string): Passage[] {
  const found: Passage[] = [];
  visit(parseDocument(text), {
    Map(_key, map) {
      const texts = map.items.flatMap(({ value }): string[] => {
        if (isScalar(value)) return [String(value.value)];
        return isSeq(value)
          ? value.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []))
          : [];
      });
      found.push({ text: texts.join(' '), offset: map.range?.[0] ?? 0 });
    },
    Seq(_key, seq, parents) {
      const parent = parents.at(-1);
      if (isPair(parent)) return;
      for (const item of seq.items)
        if (!isMap(item) && isScalar(item))
          found.push({ text: String(item.value), offset: item.range?.[0] ?? 0 });
    },
  });
  return found;
}
