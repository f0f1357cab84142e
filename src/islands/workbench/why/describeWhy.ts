import type { Explanation } from '#engine/explain/explain.ts';
import type { RuleText } from '#engine/rules/index.ts';
import type { StaleCause } from '#engine/explain/whyStale.ts';
import type { Stale } from '#model/scenario/result.ts';
import { describeStatus } from '#model/scenario/runStatus.ts';
import { short } from '#model/layout/vocabulary.ts';

/** One paragraph of an explanation. */
export interface WhyPart {
  label: string;
  text: string;
}

/** The most words that an explanation says before more is asked for. */
export const WORDS_AT_FIRST = 60;
/** The link at the end of what is said at first. */
export const RULE_LINK = 'The rule and its source';

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const EVIDENCE: Readonly<Record<RuleText['evidence'], string>> = {
  documented: '',
  read_literally: 'Follows from what the vendor documents.',
  app_rule: 'The vendor is silent here; this app chose.',
};

/**
 * What is said at first, and what is said when more is asked for: what happened here and the smallest change come
 * first, as long as they fit beside what the item itself says.
 */
export function whyParts(
  item: { title: string; words: string },
  explanation: Explanation | null,
  rule: RuleText | undefined,
): { first: WhyPart[]; more: WhyPart[] } {
  const nearest = explanation?.nearest ?? null;
  const parts: WhyPart[] = [];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined && text !== '') parts.push({ label, text });
  };
  if (explanation?.because !== item.words) add('Here', explanation?.because);
  if (nearest !== null) add('Nearest change', `${nearest.change}. Then: ${nearest.effect}.`);
  else add('To change it', rule?.fix);
  const leading = parts.length;
  add('Why', rule?.why);
  if (nearest !== null) add('To change it', rule?.fix);
  if (rule?.rulesets !== undefined)
    add('Rule sets', `HCP Terraform today: ${rule.rulesets.hcp} Study guide: ${rule.rulesets.guide}`);
  if (rule !== undefined) add('Evidence', EVIDENCE[rule.evidence]);

  let left = WORDS_AT_FIRST - wordsIn(item.title) - wordsIn(item.words) - wordsIn(RULE_LINK);
  const first = parts.slice(0, leading).filter(({ label, text }) => {
    const needed = wordsIn(label) + wordsIn(text);
    if (needed > left) return false;
    left -= needed;
    return true;
  });
  return { first, more: parts.filter((part) => !first.includes(part)) };
}

/** Why a workspace has old values, by what became of the last apply of its source. */
export function describeStale({ workspace, sourceable }: Stale, cause: StaleCause): string {
  const [reader, source] = [short(workspace), short(sourceable)];
  const since = `${source} was applied again since.`;
  switch (cause.kind) {
    case 'running':
      return `${since} ${reader} gets the new values once ${cause.run} is applied.`;
    case 'not_queued':
      return `${since} The trigger from ${source} queued no run: see why under “${reader} got no run”.`;
    case 'ended':
      return `${since} The trigger queued ${cause.run}, which ended ${describeStatus(cause.status)}. Only an apply brings the new values.`;
    case 'wired_later':
      return `${since} The run trigger was not there yet. Start a run in ${reader}, or apply ${source} once more.`;
    case 'not_wired':
      return `${since} Reading does not trigger: create a run trigger from ${source} to ${reader}, or start a run in ${reader}.`;
  }
}
