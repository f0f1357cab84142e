import { isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import type { DeprecatedName } from '#model/content/deprecatedName.ts';
import type { Placed } from '#model/content/lessonBody.ts';
import { valuesOf } from '#model/content/loadContent.ts';
import { at, atPath, type ContentFile, schemaProblems, type YamlFile } from '#model/content/yamlFile.ts';
import type { ContentCheck } from '../contentCheck.ts';

/** A passage may use an old name where it says that it is one. */
const SAYS_SO = /\bdeprecat|\bold(?:er)? name/i;

export const deprecatedNames: ContentCheck = {
  id: 'deprecated-names',
  title: 'A name that the vendor has deprecated appears only where the text says so.',
  find(content) {
    const { facts, questions, levels, boards, glossary, searched, lessons, deprecated, factIds } = content;
    const names = valuesOf(deprecated).flat();
    return [
      ...deprecated.flatMap((file) => [...schemaProblems(file), ...unknownFacts(file, factIds)]),
      ...[facts, questions, levels, boards, glossary, searched]
        .flat()
        .flatMap((file) => inPassages(file, mapsOf(file), names)),
      ...lessons.flatMap((file) => inPassages(file, [...mapsOf(file), ...file.body.passages], names)),
    ];
  },
};

const unknownFacts = (file: YamlFile<DeprecatedName[]>, factIds: ReadonlySet<string>): ContentFinding[] =>
  valuesOf([file]).flatMap((rows) =>
    rows.flatMap(({ fact }, i) =>
      factIds.has(fact) ? [] : [atPath(file, `[${i}].name`, `${fact} is not a fact in content/facts`)],
    ),
  );

function inPassages(
  file: ContentFile,
  passages: readonly Placed[],
  names: readonly DeprecatedName[],
): ContentFinding[] {
  return passages
    .filter(({ value }) => !SAYS_SO.test(value))
    .flatMap(({ value, offset }) =>
      names.flatMap(({ name, also, now }) => {
        const found = [name, ...also].find((word) => value.toLowerCase().includes(word.toLowerCase()));
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

/** The texts that are together in one map of a YAML file: an option with its explanation, a claim with its note. */
function mapsOf({ doc, start }: YamlFile<unknown>): Placed[] {
  const found: Placed[] = [];
  visit(doc, {
    Map(_key, map) {
      const texts = map.items.flatMap(({ value }): string[] => {
        if (isScalar(value)) return [String(value.value)];
        return isSeq(value)
          ? value.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []))
          : [];
      });
      found.push({ value: texts.join(' '), offset: start + (map.range?.[0] ?? 0) });
    },
    Seq(_key, seq, parents) {
      const parent = parents.at(-1);
      if (isPair(parent)) return;
      for (const item of seq.items)
        if (!isMap(item) && isScalar(item))
          found.push({ value: String(item.value), offset: start + (item.range?.[0] ?? 0) });
    },
  });
  return found;
}
