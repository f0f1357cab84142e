import { short } from '#model/vocabulary.ts';
import type { Scenario } from '#model/action.ts';
import { changeWords } from '#model/editWords.ts';
import type { Level } from '#model/level.ts';
import { gradeLayout, type Report } from './grade.ts';
import { lower, ownWords } from './ownChanges.ts';
import { mainRuleOf } from './ruleWords.ts';
import { nextStep, type Step, stepsFrom } from './steps.ts';

/** Where the next step is made: a panel, and a workspace where it is about one. */
export interface Place {
  panel: 'settings' | 'triggers' | 'sharing' | 'variables' | 'policies' | 'teams' | 'runs' | 'changes';
  workspace: string | null;
}

/**
 * The ladder of hints for a board: the failing goal in other words, where to look, the rule, the nearest change that
 * helps, and the next step. All of it is computed from the board as it is, so none is about something already done.
 */
export interface Hints {
  goal: string;
  place: Place;
  where: string;
  rule: string;
  nearest: string;
  step: Step;
  stepWords: string;
}

/** Null where the board has three stars. */
export function hintsFor(level: Level, own: Scenario): Hints | null {
  const step = nextStep(level, own);
  if (step === null) return null;
  const report = gradeLayout(level, own.layout, own.actions);
  const failing = failingRow(level, report);
  const place = placeOf(step);
  return {
    goal: goalWords(level, report, failing),
    place,
    where: whereWords(place),
    rule: ruleWords(failing?.rule ?? level.rules[0] ?? ''),
    nearest: nearestWords(level, own, report, step),
    step,
    stepWords: stepWords(step),
  };
}

interface Failing {
  probe: string;
  message: string;
  rule: string;
  text: string;
}

function failingRow(level: Level, report: Report): Failing | null {
  for (const [i, probe] of report.probes.entries()) {
    const row = probe.goals.find((goal) => !goal.passed);
    if (row === undefined) continue;
    const text = level.goals.find((goal) => goal.id === row.id)?.text ?? row.id;
    return { probe: level.probes[i]?.text ?? probe.id, message: row.message, rule: row.rule, text };
  }
  return null;
}

function goalWords(level: Level, report: Report, failing: Failing | null): string {
  if (failing === null)
    return `Every goal is met, with ${report.edits} changes. It can be done with ${level.par}.`;
  const probe = level.probes.length > 1 ? `In the probe “${failing.probe}”: ` : '';
  return `${probe}${failing.message} The goal was: ${failing.text}`;
}

const PANELS: Readonly<Record<string, Place['panel']>> = {
  create_run_trigger: 'triggers',
  delete_run_trigger: 'triggers',
  share: 'sharing',
  unshare: 'sharing',
  attach_set: 'variables',
  detach_set: 'variables',
  set_variable: 'variables',
  set_priority: 'variables',
  rename_set: 'variables',
  exclude_policy: 'policies',
  enforce_policy: 'policies',
  satisfy_policy: 'policies',
  grant_workspace: 'teams',
  grant_custom: 'teams',
  grant_project: 'teams',
  start_run: 'runs',
  confirm: 'runs',
  discard: 'runs',
  cancel: 'runs',
  override_policy: 'runs',
};

function placeOf(step: Step): Place {
  if (step.kind === 'reset' || step.kind === 'take_back') return { panel: 'changes', workspace: null };
  const change = step.kind === 'edit' ? step.edit : step.action;
  const workspace =
    change.type === 'share' || change.type === 'unshare'
      ? change.sourceable
      : 'workspace' in change
        ? (change.workspace ?? null)
        : null;
  return { panel: PANELS[change.type] ?? 'settings', workspace };
}

const PANEL_WORDS: Readonly<Record<Place['panel'], string>> = {
  settings: 'the settings',
  triggers: 'the run triggers',
  sharing: 'the remote state sharing',
  variables: 'the variables and variable sets',
  policies: 'the policies',
  teams: 'the teams and what they may do',
  runs: 'the runs',
  changes: 'your own changes',
};

const whereWords = ({ panel, workspace }: Place): string =>
  workspace === null
    ? `Look at ${PANEL_WORDS[panel]}${panel === 'changes' ? ': something there is in the way' : ''}.`
    : `Look at ${PANEL_WORDS[panel]} of ${short(workspace)}.`;

function ruleWords(fact: string): string {
  const rule = mainRuleOf(fact);
  return rule === undefined ? fact : `${fact}, ${rule.title}: ${rule.why}`;
}

/** The single change that makes most goals pass, or what the next step alone would change. */
function nearestWords(level: Level, own: Scenario, before: Report, step: Step): string {
  const passing = (report: Report) => report.checks.filter((check) => check.passed).length;
  let best: { step: Step; report: Report } | null = null;
  for (const tried of [step, ...stepsFrom(level, own)]) {
    const report = gradeLayout(level, tried.to.layout, tried.to.actions);
    if (passing(report) > passing(best?.report ?? before)) best = { step: tried, report };
  }
  if (best === null) {
    const after = gradeLayout(level, step.to.layout, step.to.actions);
    const changed = after.checks.find((check, i) => check.message !== before.checks[i]?.message);
    return changed === undefined
      ? 'No single change makes a goal pass. It takes several that work together.'
      : `No single change makes a goal pass. One of those that are needed leads to this: ${changed.message}`;
  }
  const gained = best.report.checks.filter((check, i) => check.passed && before.checks[i]?.passed !== true);
  const goals = gained.map((check) => level.goals.find((goal) => goal.id === check.id)?.text ?? check.id);
  return `If you did this: ${lower(stepWords(best.step))}, then this would hold: ${goals.join(' ')}`;
}

/** A step as an instruction without its full stop. */
export function stepWords(step: Step): string {
  switch (step.kind) {
    case 'reset':
      return 'Reset the level: from here the way back is longer than the way from the start';
    case 'take_back':
      return `Take back: ${lower(ownWords(step.change))}`;
    case 'edit':
      return changeWords(step.edit);
    case 'action':
      return step.action.at === undefined
        ? `${changeWords(step.action)}, when nothing moves any more`
        : changeWords(step.action);
  }
}
