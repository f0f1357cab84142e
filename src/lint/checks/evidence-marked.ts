import { factIdsIn } from '#model/content/fact.ts';
import { markOf } from '#model/content/evidenceMark.ts';
import type { ContentCheck } from '../contentCheck.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { at, type YamlFile } from '#model/content/yamlFile.ts';
import { type Content, factStatuses } from '#model/content/loadContent.ts';
import type { Level } from '#model/level/level.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import { SAYS_OURS } from '../wording.ts';
import type { Question } from '#model/quiz/question.ts';

/** Components that print a mark beside every fact that the vendor does not document: `EvidenceMark.astro`. */
const MARK_THEMSELVES = ['Claim', 'Fact', 'GuideDiffers', 'RuleLink'];

export const evidenceMarked: ContentCheck = {
  id: 'evidence-marked',
  title: 'What the vendor does not document is marked as ours wherever it is stated.',
  find(content) {
    const status = factStatuses(content);
    const marked = (id: string) => markOf(status.get(id) ?? '') !== null;
    const chosen = (id: string) => status.get(id) === 'app_rule';
    return [
      ...content.lessons.flatMap((file) => inLesson(file, marked)),
      ...content.questions.flatMap((file) => inQuestion(file, chosen)),
      ...content.levels.flatMap((file) => inLevel(file, chosen)),
      ...inGlossary(content, chosen),
    ];
  },
};

/** A fact that is named in plain prose, or by a component without a mark, reaches the reader as the vendor's. */
function inLesson(file: LessonFile, marked: (id: string) => boolean): ContentFinding[] {
  const attributes = file.body.elements.flatMap(({ name, attributes: all }) =>
    [...all.values()].map(({ offset, end }) => ({ name, from: offset, to: end })),
  );
  return factIdsIn(file.text)
    .filter(({ id, offset }) => offset >= file.bodyStart && marked(id))
    .filter(({ offset }) => {
      const inside = attributes.find(({ from, to }) => from <= offset && offset < to);
      return inside === undefined || !MARK_THEMSELVES.includes(inside.name);
    })
    .map(({ id, offset }) =>
      at(file, offset, `${id} is not the vendor's word: cite it with <Claim> or <Fact>, which mark it`),
    );
}

/** In a question the words count: exports and the command line print them without the facts. */
function inQuestion(file: YamlFile<Question>, chosen: (id: string) => boolean): ContentFinding[] {
  if (!file.parsed.ok || SAYS_OURS.test(file.parsed.value.stem)) return [];
  const texts: { text: string; facts: string[]; path: (string | number)[] }[] = [];
  collect(file.doc.toJS(), [], texts);
  return texts.flatMap(({ text, facts, path }) => {
    const id = facts.find(chosen);
    if (id === undefined || SAYS_OURS.test(text)) return [];
    return [
      atKey(file, [...path, 'explanation'], `${id} is a rule of this app, and the text does not say so`),
    ];
  });
}

function collect(
  value: unknown,
  path: (string | number)[],
  into: { text: string; facts: string[]; path: (string | number)[] }[],
): void {
  if (typeof value !== 'object' || value === null) return;
  const { text, explanation, facts }: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  if (typeof explanation === 'string' && Array.isArray(facts)) {
    into.push({
      text: `${typeof text === 'string' ? text : ''} ${explanation}`,
      facts: facts.map(String),
      path,
    });
  }
  for (const [key, child] of Object.entries(value))
    collect(child, [...path, Array.isArray(value) ? Number(key) : key], into);
}

function inLevel(file: YamlFile<Level>, chosen: (id: string) => boolean): ContentFinding[] {
  const level: unknown = file.doc.toJS();
  if (typeof level !== 'object' || level === null) return [];
  const debrief: unknown = Reflect.get(level, 'debrief');
  const rules: unknown = Reflect.get(level, 'rules');
  const id = (Array.isArray(rules) ? rules.map(String) : []).find(chosen);
  if (id === undefined || typeof debrief !== 'string' || SAYS_OURS.test(debrief)) return [];
  return [atKey(file, ['debrief'], `${id} is a rule of this app, and the debrief does not say so`)];
}

/** The card of a word shows its definition alone. */
function inGlossary({ glossary }: Content, chosen: (id: string) => boolean): ContentFinding[] {
  return glossary.flatMap((file) => {
    const entries: unknown = file.doc.toJS();
    if (!Array.isArray(entries)) return [];
    return entries.flatMap(({ definition, facts }: { definition?: string; facts?: string[] }, i) => {
      const id = facts?.find(chosen);
      if (id === undefined || SAYS_OURS.test(definition ?? '')) return [];
      return [atKey(file, [i, 'term'], `${id} is a rule of this app, and the definition does not say so`)];
    });
  });
}

function atKey(file: YamlFile<unknown>, path: (string | number)[], message: string): ContentFinding {
  const node: unknown = file.doc.getIn(path, true);
  const range: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : null;
  return at(file, file.start + (Array.isArray(range) ? Number(range[0]) : 0), message);
}
