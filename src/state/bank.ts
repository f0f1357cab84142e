import { parseQuestion, type Question } from '#model/question.ts';

/** The questions of a topic, or what went wrong in words. Each question is checked again: a cache may be stale. */
export async function loadTopic(bank: string, topic: string): Promise<Question[] | string> {
  try {
    const response = await fetch(`${bank}${topic}.json`);
    if (!response.ok) return `The questions could not be loaded (${response.status}).`;
    const data: unknown = await response.json();
    if (!Array.isArray(data)) return 'The questions could not be read.';
    return data.flatMap((item: unknown) => {
      const parsed = parseQuestion(item);
      return parsed.ok ? [parsed.value] : [];
    });
  } catch {
    return 'The questions could not be loaded. Are you offline?';
  }
}
