import { short } from '#model/layout/vocabulary.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { counted } from '#model/wording/counted.ts';
import {
  consequenceOf,
  describeOwn,
  type Edit,
  isEdit,
  panelOfEdit,
  targetOfEdit,
} from '#model/edits/index.ts';
import type { EditPanel } from '#model/edits/kit/editModule.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import type { Level } from '#model/level/level.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import { RUN_STATUS, describeStatus } from '#model/scenario/runStatus.ts';
import { gradeLayout, play, type LevelReport } from './grade.ts';
import { describeFact } from '../query/describeFacts.ts';
import { lower, type OwnChange, describeOwnChange } from './ownChanges.ts';
import { didApply, mainRuleOf, ruleOfOutcome, rulesOfFact } from '../query/describeRules.ts';
import { nextStep, type SolutionStep } from './solver.ts';

/** Where the next step is made: a panel, and a workspace where it is about one. */
export interface HintPlace {
  panel: EditPanel | 'runs' | 'changes';
  workspace: string | null;
}

/**
 * The hints for a board, one after another: the failing goal in other words, where to look, the rule, the nearest change
 * that helps, and the next step. They are computed from the board as it is, so no hint is about something already done.
 */
export interface LevelHints {
  goal: string;
  place: HintPlace;
  where: string;
  rule: string;
  nearest: string;
  step: SolutionStep;
  stepWords: string;
}

/** Null if the board has three stars. */
export function hintsFor(level: Level, own: Scenario): LevelHints | null {
  const step = nextStep(level, own);
  if (step === null) return null;
  const report = gradeLayout(level, own.layout, own.actions);
  const failing = failingRow(level, report);
  const place = placeOf(step);
  return {
    goal: goalWords(level, report, failing),
    place,
    where: whereWords(place),
    rule: ruleWords(
      failing?.rule ?? level.rules[0] ?? '',
      failing === null ? null : playedOf(level, own, failing),
    ),
    nearest: nearestWords(level, report, step),
    step,
    stepWords: describeStep(step),
  };
}

interface Failing {
  /** The position of its probe in the level. */
  at: number;
  probe: string;
  message: string;
  rule: string;
  text: string;
}

function failingRow(level: Level, report: LevelReport): Failing | null {
  for (const [i, probe] of report.probes.entries()) {
    const row = probe.goals.find((goal) => !goal.passed);
    if (row === undefined) continue;
    const text = level.goals.find((goal) => goal.id === row.id)?.text ?? row.id;
    return { at: i, probe: level.probes[i]?.text ?? probe.id, message: row.message, rule: row.rule, text };
  }
  return null;
}

function goalWords(level: Level, report: LevelReport, failing: Failing | null): string {
  if (failing === null)
    return `Every goal is met, with ${counted(report.edits, 'change')}. It can be done with ${level.par}.`;
  const probe = level.probes.length > 1 ? `In the test “${failing.probe}”: ` : '';
  return `${probe}${failing.message} The goal was: ${failing.text}`;
}

function placeOf(step: SolutionStep): HintPlace {
  if (step.kind === 'reset' || step.kind === 'take_back') return { panel: 'changes', workspace: null };
  const change = step.kind === 'edit' ? step.edit : step.action;
  if (isEdit(change)) return { panel: panelOfEdit(change), workspace: targetOfEdit(change) ?? null };
  return { panel: 'runs', workspace: ('workspace' in change ? change.workspace : null) ?? null };
}

const PANEL_WORDS: Readonly<Record<HintPlace['panel'], string>> = {
  settings: 'the settings',
  triggers: 'the run triggers',
  sharing: 'the remote state sharing',
  variables: 'the variables and variable sets',
  policies: 'the policies',
  teams: 'the teams and what they may do',
  runs: 'the runs',
  changes: 'your own changes',
};

const whereWords = ({ panel, workspace }: HintPlace): string =>
  workspace === null
    ? `Look at ${PANEL_WORDS[panel]}${panel === 'changes' ? ': something there is in the way' : ''}.`
    : panel === 'teams'
      ? `Look at what the teams may do in ${short(workspace)}.`
      : `Look at ${PANEL_WORDS[panel]} of ${short(workspace)}.`;

/** A text with the names of statuses as on the screen, in place of their codes. */
const statusesInWords = (text: string): string =>
  text.replaceAll(/\b[a-z]+_[a-z_]+\b/g, (word) =>
    word in RUN_STATUS ? describeStatus(word as RunStatus) : word,
  );

/** The result of the probe in which a goal fails. */
function playedOf(level: Level, own: Scenario, failing: Failing): SimulationResult | null {
  const probe = level.probes[failing.at];
  const played = probe === undefined ? null : play(own.layout, probe, own.actions);
  return played?.simulation.result ?? null;
}

/** The title of the rule that decided, and why it is so; empty if there are no words for the fact. */
function ruleWords(fact: string, result: SimulationResult | null): string {
  const run = result?.runs.findLast((one) => one.rule === fact);
  const silent = result?.not_queued.some((one) => one.rule === fact) === true;
  const skips = rulesOfFact(fact).find((one) => one.effect === 'skip');
  const rule =
    (run === undefined ? null : ruleOfOutcome(run, didApply(run))) ??
    (silent ? skips : null) ??
    mainRuleOf(fact);
  return rule === undefined ? (describeFact(fact) ?? '') : statusesInWords(`${rule.title}: ${rule.why}`);
}

/**
 * What the next step towards three stars would do. Another change might make a goal pass at once and still lead nowhere, as
 * confirming a wrong plan does, so only this step is ever named.
 */
function nearestWords(level: Level, before: LevelReport, step: SolutionStep): string {
  const after = gradeLayout(level, step.to.layout, step.to.actions);
  const gained = after.checks.filter((check, i) => check.passed && before.checks[i]?.passed !== true);
  const goals = gained.map((check) => level.goals.find((goal) => goal.id === check.id)?.text ?? check.id);
  if (goals.length > 0) return `One change is enough for this goal: ${goals.join(' ')}`;
  if (step.kind === 'reset' || step.kind === 'take_back')
    return 'Something that you changed is in the way. Take it back first.';
  const changed = after.checks.find((check, i) => check.message !== before.checks[i]?.message);
  return changed === undefined
    ? 'No single change makes a goal pass. It takes several that work together.'
    : `No single change makes a goal pass. After the first of those that are needed: ${changed.message}`;
}

/** A step as an instruction without a full stop. For a trigger it says which workspace starts which. */
export function describeStep(step: SolutionStep): string {
  switch (step.kind) {
    case 'reset':
      return 'Reset the level: from here the way back is longer than the way from the start';
    case 'take_back':
      return `Take back ${ownNoun(step.change)}`;
    case 'edit':
      return `${describeChange(step.edit)}${consequenceWords(step.edit)}`;
    case 'action': {
      const words = `${describeChange(step.action)}${consequenceWords(step.action)}`;
      return step.action.at === undefined ? `${words}, once nothing is moving any more` : words;
    }
  }
}

/** What the words alone might leave open: of a trigger, which workspace starts which. */
function consequenceWords(change: Edit | Action): string {
  const consequence = isEdit(change) ? consequenceOf(change) : null;
  return consequence === null ? '' : `, ${consequence}`;
}

/** What a learner changed, in words that fit after "take back". */
function ownNoun(change: OwnChange['change']): string {
  const done = change.kind === 'action' ? change.action : change.edit;
  const own = isEdit(done) ? describeOwn(done) : null;
  if (own !== null) return own;
  return `this change of yours: ${lower(describeOwnChange(change))}`;
}
