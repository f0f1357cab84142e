import { LineCounter, parseDocument } from 'yaml';
import { parseScenario } from '#model/scenario/action.ts';
import type { ContentCheck } from '../contentCheck.ts';
import type { LessonFile } from '#model/content/lessonFile.ts';
import { at } from '#model/content/yamlFile.ts';
import type { ContentFinding } from '#model/content/contentFinding.ts';
import type { LessonElement } from '#model/content/lessonBody.ts';

export const lessonFigures: ContentCheck = {
  id: 'lesson-figures',
  title: 'Figures have ids of their own, and their layout and actions can be simulated.',
  find({ lessons }) {
    const ids = new Set<string>();
    return lessons.flatMap((file) => {
      return file.body.elements
        .filter((element) => element.name === 'Figure')
        .flatMap((element) => {
          const id = element.attributes.get('id');
          const again = id !== undefined && ids.has(id.value);
          if (id !== undefined) ids.add(id.value);
          return [
            ...(again ? [at(file, id.offset, `<Figure id>: ${id.value} is already a figure`)] : []),
            ...findingsOf(file, element),
          ];
        });
    });
  },
};

function findingsOf(file: LessonFile, element: LessonElement): ContentFinding[] {
  const scenario: Record<string, unknown> = {};
  for (const name of ['layout', 'actions']) {
    const attribute = element.attributes.get(name);
    if (attribute === undefined) continue;
    const lines = new LineCounter();
    const doc = parseDocument(attribute.value, { lineCounter: lines });
    const [error] = doc.errors;
    if (error)
      return [
        at(file, attribute.offset + error.pos[0], `<Figure ${name}>: ${error.message.split('\n')[0] ?? ''}`),
      ];
    const value: unknown = doc.toJS();
    // A text is the shorthand, `network -> platform`, which the figure itself reads.
    if (name === 'layout' && typeof value === 'string') return [];
    scenario[name] = value;
  }
  const parsed = parseScenario(scenario);
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, message }) => {
    const name = path.startsWith('actions') ? 'actions' : 'layout';
    return at(
      file,
      element.attributes.get(name)?.offset ?? element.offset,
      `<Figure ${name}>: ${path}: ${message}`,
    );
  });
}
