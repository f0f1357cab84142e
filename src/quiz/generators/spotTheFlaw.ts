import { short } from '#model/layout/vocabulary.ts';
import { code } from '#model/layout/phrases.ts';
import { findingsOf } from '#engine/findings/findings.ts';
import type { Finding } from '#engine/findings/finding.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout, type Read, type Workspace } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { misconception } from './kit/answers.ts';
import { drawEdges, drawNames, type DrawnWorkspace, once, scenarioOf } from './kit/drawBoard.ts';
import { dealPattern, laidOut, rightIn } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import { withWorkspace, type Perturbation, perturbationsOf } from './kit/perturbations.ts';
import { codeName, slugOf } from './kit/describeBoard.ts';

/** A statement about the board: a finding that `findingsOf` has or not, or something that is never a flaw. */
interface Statement {
  id: string;
  text: string;
  /** The finding that makes it true; null where nothing does. */
  finding: { rule: string; workspaces: readonly string[] } | null;
  /** The belief of those who hold it for true; null: one who does not look. */
  misconception: string | null;
  /** Why it is false, where it is. */
  otherwise: string;
  facts: string[];
}

/** The rules behind the flaws that are asked about. */
const KINDS = ['RS-03', 'RS-01', 'RS-26', 'EM-03', 'AA-05'] as const;
type Kind = (typeof KINDS)[number];

/**
 * Which of these statements is true of the layout? Keyed by the findings of `findingsOf`. Each of the 15 patterns with one or
 * two right ones among five gets 1/15 of the draws. The flaw that a question is about (its first rule) is each of the
 * five kinds in 1/5 of them.
 */
export const spotTheFlaw: Family = {
  id: 'spot-the-flaw',
  title: 'Spot the flaw',
  objective: '6b',
  topic: 'troubleshooting',
  draw(random, deal) {
    const kind = deal.pick(KINDS);
    const pattern = dealPattern(deal, 5, 2);
    const scenario = board(random, kind, rightIn(pattern) > 1);
    if (scenario === null) return null;
    const findings = findingsOf(scenario.layout);
    const all = statementsOf(scenario.layout);
    const flaws = random.shuffle(all.filter((s) => holds(findings, s)));
    const truths = [
      ...flaws.filter((s) => s.finding?.rule === kind),
      ...flaws.filter((s) => s.finding?.rule !== kind),
    ];
    const errors = random.shuffle(all.filter((s) => !holds(findings, s) && s.misconception !== null));
    const rest = random.shuffle(all.filter((s) => !holds(findings, s) && s.misconception === null));
    const right = truths.slice(0, rightIn(pattern));
    if (right[0]?.finding?.rule !== kind || errors.length === 0) return null;
    const wrong = [...errors.slice(0, 2), ...rest, ...errors.slice(2)].slice(
      0,
      pattern.length - right.length,
    );
    const shown = laidOut(random, pattern, right, wrong);
    if (shown === null) return null;
    return {
      body: {
        type: 'multi',
        stem: 'Nothing has run on this board yet. Which of these problems does it have?',
        rules: [...new Set(right.flatMap((s) => (s.finding === null ? [] : [s.finding.rule])))],
        difficulty: right.length > 1 ? 3 : 2,
        figure: { layout: scenario.layout, actions: [], hcl: null },
        options: shown.map((statement) => {
          const found = findings.find((f) => matches(f, statement));
          const holder = found === undefined ? statement.misconception : null;
          const truth = holder === null ? statement.otherwise : misconception(holder).truth;
          return {
            id: statement.id,
            text: statement.text,
            correct: found !== undefined,
            explanation: found === undefined ? truth : withEnd(`${coded(found)} ${found.fix}`),
            facts:
              found === undefined
                ? holder === null
                  ? statement.facts
                  : [...misconception(holder).facts]
                : [found.rule],
            misconception: holder,
            pin: null,
          };
        }),
      },
      scenario,
      key(s) {
        const found = findingsOf(s.layout);
        return shown.map((statement) => (holds(found, statement) ? statement.id : '-')).join(' ');
      },
      perturbations: [...sharingLevers(scenario), ...perturbationsOf(scenario)],
    };
  },
};

const matches = (finding: Finding, { finding: wanted }: Statement): boolean =>
  wanted !== null &&
  finding.rule === wanted.rule &&
  [...finding.workspaces].sort().join() === [...wanted.workspaces].sort().join();
const holds = (findings: readonly Finding[], statement: Statement): boolean =>
  findings.some((finding) => matches(finding, statement));

/** The message of a finding; a name that it starts with keeps its spelling. */
const coded = ({ message, workspaces }: Finding): string => {
  const name = workspaces.map(short).find((of) => message.startsWith(`${of} `));
  return name === undefined ? message : `${code(name)}${message.slice(name.length)}`;
};
const withEnd = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** Everything that may be said of the reads, triggers and workspaces of a layout, true or not. */
function statementsOf(layout: Layout): Statement[] {
  const by = new Map(layout.workspaces.map((w) => [idOf(w), w]));
  const reads = layout.workspaces.flatMap((w) => w.reads.map((read) => ({ reader: w, read })));
  return [
    ...reads.flatMap(({ reader, read }) => ofRead(layout, reader, read)),
    ...layout.run_triggers.flatMap((t) => {
      const [source, target] = [by.get(t.sourceable), by.get(t.workspace)];
      return source === undefined || target === undefined ? [] : ofTrigger(source, target);
    }),
  ];
}

function ofRead(layout: Layout, reader: Workspace, read: Read): Statement[] {
  const [who, from] = [code(reader.name), codeName(read.workspace)];
  const pair = [idOf(reader), read.workspace];
  const triggered = layout.run_triggers.some(
    (t) => t.sourceable === read.workspace && t.workspace === idOf(reader),
  );
  return [
    {
      id: slugOf('denied', reader.name, read.workspace),
      text: `${who} is not allowed to read the state of ${from}`,
      finding: { rule: 'RS-03', workspaces: pair },
      misconception: null,
      otherwise: `${from} shares its state with ${who}.`,
      facts: ['RS-03'],
    },
    {
      id: slugOf('undeclared', reader.name, read.workspace),
      text: `${who} reads an output that ${from} does not have`,
      finding: { rule: 'RS-01', workspaces: pair },
      misconception: null,
      otherwise: `${from} has the output ${code(read.output)}.`,
      facts: ['RS-01'],
    },
    {
      id: slugOf('unnoticed', reader.name, read.workspace),
      text: `${who} reads ${from}, but no trigger leads there`,
      finding: { rule: 'RS-26', workspaces: pair },
      misconception: null,
      otherwise: triggered
        ? `There is a trigger from ${from} to ${who}.`
        : `A chain of triggers leads from ${from} to ${who}.`,
      facts: ['RS-26'],
    },
  ];
}

function ofTrigger(source: Workspace, target: Workspace): Statement[] {
  const [from, to] = [code(source.name), code(target.name)];
  const pair = [idOf(source), idOf(target)];
  // Where one end is local a trigger starts nothing anyway, so that a wrong reason would be half right.
  const works = source.execution_mode !== 'local' && target.execution_mode !== 'local';
  const statements: (Statement | false)[] = [
    {
      id: slugOf('local', source.name, target.name),
      text: `${from} cannot start ${to}, which is in local execution`,
      finding: { rule: 'EM-03', workspaces: pair },
      misconception: null,
      otherwise: `${to} is not in local execution.`,
      facts: ['EM-03'],
    },
    // Where both switches are off runs wait as well, but by intention: `findingsOf` finds nothing there.
    (target.auto_apply || target.auto_apply_run_trigger) &&
      works && {
        id: slugOf('waits', target.name),
        text: `Triggered runs of ${to} wait for a confirmation`,
        finding: { rule: 'AA-05', workspaces: [idOf(target)] },
        misconception: target.auto_apply_run_trigger && !target.auto_apply ? 'guide-auto-apply' : null,
        otherwise: `\`auto_apply_run_trigger\` is on in ${to}, so they apply by themselves.`,
        facts: ['AA-05'],
      },
    works &&
      !source.global_remote_state &&
      !source.remote_state_consumer_ids.includes(idOf(target)) && {
        id: slugOf('unshared', source.name, target.name),
        text: `${from} cannot start ${to}, as it shares no state`,
        finding: null,
        misconception: 'triggers-need-state-sharing',
        otherwise: '',
        facts: [],
      },
    works &&
      target.execution_mode === 'agent' && {
        id: slugOf('agents', source.name, target.name),
        text: `${from} cannot start ${to}, which is on agents`,
        finding: null,
        misconception: 'triggers-need-remote-mode',
        otherwise: '',
        facts: [],
      },
    works &&
      !target.reads.some((read) => read.workspace === idOf(source)) && {
        id: slugOf('no-read', source.name, target.name),
        text: `${from} cannot start ${to}, which reads none of it`,
        finding: null,
        misconception: 'triggers-need-a-read',
        otherwise: '',
        facts: [],
      },
  ];
  return statements.filter((statement) => statement !== false);
}

function sharingLevers(scenario: Scenario): Perturbation[] {
  return scenario.layout.workspaces.map((w) => ({
    change: `${code(w.name)} ${w.global_remote_state ? 'shared its state with nobody' : 'shared its state with the organization'}`,
    apply: () =>
      withWorkspace(scenario, idOf(w), {
        global_remote_state: !w.global_remote_state,
        remote_state_consumer_ids: [],
      }),
  }));
}

/** Workspaces that read and trigger each other, some of it amiss. */
function board(random: Random, kind: Kind, more: boolean): Scenario | null {
  const often = (rule: Kind, n: number) => once(random, rule === kind || more ? 2 : n);
  const names = drawNames(random, 3 + random.below(2));
  const run_triggers = drawEdges(random, names, random.pick(['chain', 'tree', 'fan-out'])).filter(
    () => !often('RS-26', 5),
  );
  const outputs = random.shuffle(['vpc_id', 'zone_id', 'endpoint', 'role_arn', 'bucket']);
  const outputOf = (name: string) => outputs[names.indexOf(name)] ?? 'vpc_id';
  const reads = names.map((_, i): Read[] => {
    const source = names[random.below(Math.max(1, i))];
    if (i === 0 || source === undefined || once(random, more ? 9 : 4)) return [];
    const output = often('RS-01', 5) ? 'subnet_ids' : outputOf(source);
    return [{ workspace: source, output, via: 'terraform_remote_state' }];
  });
  return scenarioOf(random, {
    workspaces: names.map(
      (name, i): DrawnWorkspace => ({
        name,
        auto_apply: once(random, 2),
        auto_apply_run_trigger: once(random, 2),
        execution_mode:
          i > 0 && once(random, kind === 'EM-03' ? 2 : 6) ? 'local' : once(random, 4) ? 'agent' : 'remote',
        outputs: [{ name: outputOf(name), sensitive: false }],
        remote_state_consumer_ids: names.filter(
          (_, j) => reads[j]?.some((read) => read.workspace === name) && !often('RS-03', 3),
        ),
        reads: reads[i] ?? [],
      }),
    ),
    run_triggers,
  });
}
