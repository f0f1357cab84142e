import type { ContentCheck } from '../contentCheck.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { at } from '#model/content/yamlFile.ts';
import type { Content } from '#model/content/loadContent.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import type { LessonElement } from '#model/content/lessonBody.ts';
import { unknownKey } from '#model/parse/schema.ts';

/** What an attribute holds: fact ids, the id of a question, a figure of the same lesson, a lesson, a level, or anything. */
type Holds = 'facts' | 'fact' | 'question' | 'figure' | 'lesson' | 'level' | 'text';

/** Every component of lessons with its attributes; those after `?` may be left out. */
const COMPONENTS: Record<string, Record<string, Holds>> = {
  Claim: { facts: 'facts' },
  GuideDiffers: { id: 'fact' },
  Fact: { id: 'fact' },
  Builds: { 'figure?': 'figure', 'board?': 'text', 'actions?': 'text', 'rest?': 'text', 'beside?': 'text' },
  Term: { id: 'text' },
  LessonLink: { id: 'lesson' },
  LevelLink: { id: 'level' },
  RuleLink: { id: 'fact' },
  Question: { id: 'question' },
  Generated: { family: 'text', seed: 'text' },
  Figure: {
    id: 'text',
    title: 'text',
    layout: 'text',
    'actions?': 'text',
    'knobs?': 'text',
    'predict?': 'text',
    'ask?': 'text',
    'variables?': 'text',
    'access?': 'text',
  },
};

export const lessonComponents: ContentCheck = {
  id: 'lesson-components',
  title: 'A lesson uses components that exist; statements name their facts, and facts and questions exist.',
  find: (content) =>
    content.lessons.flatMap((file) =>
      file.body.elements.flatMap((element) => findingsOf(file, element, content)),
    ),
};

function findingsOf(file: LessonFile, element: LessonElement, content: Content): ContentFinding[] {
  const shape = COMPONENTS[element.name];
  if (shape === undefined) {
    return [
      at(
        file,
        element.offset,
        `<${element.name}>: unknown component, allowed are ${Object.keys(COMPONENTS).join(', ')}`,
      ),
    ];
  }
  const known = Object.keys(shape).map((name) => name.replace('?', ''));
  const findings: ContentFinding[] = [];
  for (const [name, { offset }] of element.attributes) {
    if (!known.includes(name))
      findings.push(at(file, offset, `<${element.name} ${name}>: ${unknownKey(name, known)}`));
  }
  for (const [key, holds] of Object.entries(shape)) {
    const name = key.replace('?', '');
    const attribute = element.attributes.get(name);
    if (attribute === undefined) {
      if (name === key) findings.push(at(file, element.offset, `<${element.name}>: ${name} is missing`));
      continue;
    }
    const problem = problemOf(holds, attribute.value, content, file);
    if (problem !== null) findings.push(at(file, attribute.offset, `<${element.name} ${name}>: ${problem}`));
  }
  return findings;
}

function problemOf(holds: Holds, value: string, content: Content, file: LessonFile): string | null {
  const { factIds, questionIds, lessons, levels } = content;
  const words = value.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) return 'is empty';
  switch (holds) {
    case 'text':
      return null;
    case 'figure':
      return file.body.elements.some((e) => e.name === 'Figure' && e.attributes.get('id')?.value === value)
        ? null
        : `${value} is not a figure of this lesson`;
    case 'lesson':
      return lessons.some((lesson) => lesson.parsed.ok && lesson.parsed.value.id === value)
        ? null
        : `${value} is not the id of a lesson`;
    case 'level':
      return levels.some((level) => level.path.endsWith(`/${value}.yaml`))
        ? null
        : `${value} is not a level in content/levels`;
    case 'question':
      return questionIds.has(value) ? null : `${value} is not a question in content/questions`;
    case 'fact':
    case 'facts': {
      if (holds === 'fact' && words.length > 1) return 'must be one fact id';
      const missing = words.filter((word) => !factIds.has(word));
      return missing.length === 0 ? null : `${missing.join(', ')} is not a fact in content/facts`;
    }
  }
}
