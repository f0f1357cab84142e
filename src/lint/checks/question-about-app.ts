import { RULES } from '#engine/rules/index.ts';
import { restsOnAppRules } from '#quiz/types/aboutApp.ts';
import type { ContentCheck } from '../contentCheck.ts';
import { atPath } from '#model/content/yamlFile.ts';
import { type Content, factStatuses } from '#model/content/loadContent.ts';

/** Ids of the facts that are rules of this app, by their own status or by that of the rule that enforces them. */
export const appRulesOf = (content: Pick<Content, 'facts'>): ReadonlySet<string> =>
  new Set([
    ...[...factStatuses(content)].flatMap(([id, status]) => (status === 'app_rule' ? [id] : [])),
    ...RULES.filter((rule) => rule.evidence === 'app_rule').map((rule) => rule.fact),
  ]);

export const questionAboutApp: ContentCheck = {
  id: 'question-about-app',
  title: "A question that rests on this app's own rules alone is marked about_app, and no other one is.",
  find: (content) => {
    const appRules = appRulesOf(content);
    return content.questions.flatMap((file) => {
      if (!file.parsed.ok) return [];
      const question = file.parsed.value;
      const rests = restsOnAppRules(question, appRules);
      if (rests === question.about_app) return [];
      return [
        rests
          ? atPath(
              file,
              'rules',
              'the vendor is silent on what is right here: reword it, or keep it out of practice and exams with about_app: true',
            )
          : atPath(file, 'about_app', 'rests on more than rules of this app, so leave it out'),
      ];
    });
  },
};
