import { type Lesson, parseLesson } from './lesson.ts';
import { type LessonBody, readBody } from './lessonBody.ts';
import { type ContentFile, readYaml, type YamlFile } from './yamlFile.ts';

/** A lesson: its frontmatter as YAML, and its body as a tree. */
export interface LessonFile extends YamlFile<Lesson> {
  /** The name of the file without folder and ending. Its address is made of its id instead. */
  slug: string;
  /** Where the prose starts in `text`; 0: there is no frontmatter. */
  bodyStart: number;
  /** Parsed when it is first asked for, since many callers want only the frontmatter. */
  readonly body: LessonBody;
}

export function readLesson(file: ContentFile): LessonFile {
  const front = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(file.text);
  const start = front === null ? 0 : file.text.indexOf('\n') + 1;
  const end = front === null ? 0 : start + (front[1]?.length ?? 0);
  const bodyStart = front?.[0].length ?? 0;
  let body: LessonBody | null = null;
  return {
    ...readYaml(file, parseLesson, start, end),
    slug: (file.path.split('/').at(-1) ?? '').replace(/\.mdx$/, ''),
    bodyStart,
    get body() {
      body ??= readBody(file.text, bodyStart);
      return body;
    },
  };
}
