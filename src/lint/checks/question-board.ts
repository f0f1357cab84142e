import { simulate } from '#engine/simulate/simulate.ts';
import { parseScenario } from '#model/scenario/action.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import { mismatches } from '../keyMismatches.ts';

export const questionBoard: ContentCheck = {
  id: 'question-board',
  title: 'The board of a question can be simulated, and a computed key is what the simulator says.',
  find: ({ questions }) =>
    questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const question = file.parsed.value;
      const { figure, computed } = question;
      if (figure === null || figure.layout === null)
        return computed === undefined ? [] : [atPath(file, 'computed', 'needs a figure with a layout')];
      const scenario = parseScenario({ layout: figure.layout, actions: figure.actions });
      if (!scenario.ok)
        return scenario.problems.map(({ path, message }) => atPath(file, `figure.${path}`, message));
      const simulated = simulate(scenario.value);
      if (!simulated.ok)
        return simulated.problems.map(({ path, message }) => atPath(file, `figure.${path}`, message));
      return mismatches(question, scenario.value).map(({ path, message }) => atPath(file, path, message));
    }),
};
