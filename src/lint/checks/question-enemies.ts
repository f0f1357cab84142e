import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';

export const questionEnemies: ContentCheck = {
  id: 'question-enemies',
  title: 'Enemies name each other, so that either of them keeps the other out of an exam.',
  find({ questions }) {
    const enemies = new Map(
      questions.flatMap((file) =>
        file.parsed.ok ? [[file.parsed.value.id, file.parsed.value.enemies] as const] : [],
      ),
    );
    return questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const { id, enemies: own } = file.parsed.value;
      return own.flatMap((enemy, i) =>
        enemies.get(enemy)?.includes(id) === false
          ? [atPath(file, `enemies[${i}]`, `${enemy} does not name ${id} as its enemy, name it there too`)]
          : [],
      );
    });
  },
};
