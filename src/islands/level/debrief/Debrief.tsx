import '#islands/status/popups.ts';
import { counted } from '#model/wording/counted.ts';
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { applyEdits } from '#model/edits/index.ts';
import { evidenceOf } from '#engine/levels/evidence.ts';
import { play, type LevelReport } from '#engine/levels/grade.ts';
import { necessaryChanges } from '#engine/explain/necessaryChanges.ts';
import { describeOwnChange } from '#engine/levels/ownChanges.ts';
import { mainRuleOf, rulesOfFact } from '#engine/query/describeRules.ts';
import { markOf } from '#model/content/evidenceMark.ts';
import { useSandbox } from '#islands/workbench/context/useSandbox.ts';
import { NotKept } from '#islands/status/NotKept.tsx';
import { Histories } from './Histories.tsx';
import { RuleRef } from '../RuleRef.tsx';
import { ShareRun } from './ShareRun.tsx';
import { Stars } from '../map/Stars.tsx';
import { useLevel } from '../useLevel.ts';

export interface DebriefProps {
  report: LevelReport;
  close: () => void;
}

/** What Check found: per goal and probe why, what the passing changes are needed for, and where to go on. */
export function Debrief({ report, close }: DebriefProps) {
  const { level, links } = useLevel();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="debrief" aria-labelledby={title} onClose={close}>
      <header>
        <h2 id={title}>{report.passed ? `${level.title}: passed` : `${level.title}: not yet`}</h2>
        <Stars stars={report.stars} />
        <Verdict report={report} />
      </header>
      <NotKept />
      <Probes report={report} leave={() => dialog.current?.close()} />
      {report.passed && (
        <>
          <Pass />
          <p className="debrief-text">{level.debrief}</p>
          <Histories />
        </>
      )}
      <RulesMet />
      <footer className="row">
        {!report.passed && <ShowSolution leave={() => dialog.current?.close()} />}
        <form method="dialog">
          <button type="submit" className={report.passed ? 'button' : 'button primary'}>
            Back to the board
          </button>
        </form>
        <a className="button" href={links.map}>
          All levels
        </a>
        {report.passed && <ShareBoard />}
        {report.passed && links.next !== null && (
          <a className="button primary" href={links.next.href}>
            Next: {links.next.title}
          </a>
        )}
      </footer>
    </dialog>
  );
}

/** The board as it is behind the debrief. */
function ShareBoard() {
  const { state } = useSandbox();
  return <ShareRun label="Link to this board" scenario={state.simulatedScenario} cursor={state.cursor} />;
}

function Verdict({ report }: { report: LevelReport }) {
  const { help } = useLevel();
  const { hints, shown, predicted } = useStore(help);
  const [first] = report.checks.filter((check) => !check.passed);
  const words = !report.passed
    ? `${first?.message ?? 'A goal fails.'}`
    : report.stars === 3
      ? 'Correct in every test, nothing wider than it must be, and within par.'
      : report.stars === 2
        ? 'Correct and safe. The third star is for doing it within par.'
        : 'Correct in every test. Something is wider than it must be: see below.';
  return (
    <>
      <p>{words}</p>
      <p className="faint">
        {counted(report.edits, 'change')}, par {report.par}
        {hints > 0 ? ` · ${counted(hints, 'hint')} opened` : ''}
        {shown ? ' · the solution was shown, so this counts as shown, not as solved' : ''}
        {predicted === null ? '' : ` · predicted ${predicted.right} of ${predicted.of}`}
      </p>
    </>
  );
}

/** Goal by goal in each probe; what failed can be replayed on the board, and shared. */
function Probes({ report, leave }: { report: LevelReport; leave: () => void }) {
  const { state, sandbox, showTab } = useSandbox();
  const { level } = useLevel();
  const { layout, actions } = state.scenario;
  return (
    <section aria-label="Goals by test">
      {report.probes.map(({ id, passed, goals }, i) => {
        const probe = level.probes[i];
        if (probe === undefined) return null;
        const played = play(layout, probe, actions);
        return (
          <div key={id} className="probe">
            <h3>
              {probe.text} <span className="faint">{passed ? 'passes' : 'fails'}</span>
            </h3>
            <ul className="goals">
              {goals.map((row) => {
                const goal = level.goals.find((other) => other.id === row.id);
                const evidence =
                  goal === undefined || played === null || row.passed
                    ? []
                    : evidenceOf(goal.check, row.rule, played.simulation);
                const [entry] = evidence;
                const replay = () => {
                  leave();
                  sandbox.chooseProbe(id);
                  sandbox.seek((entry ?? 0) + 1);
                  showTab('timeline');
                  sandbox.say(`Replaying: ${row.message}`);
                };
                return (
                  <li key={row.id} data-at={row.passed ? 'met' : 'missed'}>
                    <span className="goal-mark" aria-hidden="true">
                      {row.passed ? '✓' : '✗'}
                    </span>
                    <div>
                      {goal?.text} <span className="goal-state">{row.passed ? 'met' : 'not met'}</span>
                      <p className="faint">{row.message}</p>
                      {!row.passed && (
                        <>
                          <p>
                            <RuleRef fact={row.rule} /> {mainRuleOf(row.rule)?.title ?? ''}
                            {entry === undefined ? '' : ` · event ${evidence.map((e) => e + 1).join(', ')}`}
                          </p>
                          <p className="row">
                            <button type="button" className="button" onClick={replay}>
                              Replay from here
                            </button>
                            {played !== null && (
                              <ShareRun
                                label="Link to this run"
                                scenario={played.scenario}
                                cursor={entry === undefined ? undefined : entry + 1}
                              />
                            )}
                          </p>
                        </>
                      )}
                    </div>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** Why the board passes: what fails without each change, found by taking it away. */
function Pass() {
  const { state } = useSandbox();
  const { level } = useLevel();
  return (
    <details>
      <summary>Explain my pass</summary>
      <ul>
        {necessaryChanges(level, state.scenario).map(({ change, without }) => (
          <li key={describeOwnChange(change)}>
            <strong>{describeOwnChange(change)}.</strong>{' '}
            {without === null ? (
              'It would pass without this too.'
            ) : (
              <>
                Without it: {without.message} (<RuleRef fact={without.rule} />)
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The rules that this level is about and those that the board met while it was played. */
function RulesMet() {
  const { simulation } = useSandbox();
  const { level } = useLevel();
  const met = simulation.log.flatMap((entry) => ('rule' in entry && entry.rule !== null ? [entry.rule] : []));
  const facts = [...new Set([...level.rules, ...met])].filter((fact) => mainRuleOf(fact) !== undefined);
  return (
    <section aria-label="Rules met">
      <h3>Rules met</h3>
      <ul className="rules-met">
        {facts.map((fact) => (
          <li key={fact}>
            <RuleRef fact={fact} /> {mainRuleOf(fact)?.title}
            {ruleMarks(fact).map((mark) => (
              <span key={mark} className="faint">
                {` · ${mark}`}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the rules of a fact are, where the vendor does not document them in so many words. */
const ruleMarks = (fact: string): string[] => [
  ...new Set(
    rulesOfFact(fact).flatMap(({ evidence }) => {
      const mark = markOf(evidence === 'read_literally' ? 'inference' : evidence);
      return mark === null ? [] : [mark.short];
    }),
  ),
];

function ShowSolution({ leave }: { leave: () => void }) {
  const { sandbox } = useSandbox();
  const { level, help } = useLevel();
  const show = () => {
    leave();
    help.getState().show();
    const layout = applyEdits(level.layout, level.solution.edits);
    sandbox.perform({
      type: 'put_board',
      board: { scenario: { layout, actions: level.solution.actions } },
      words: 'The solution is on the board. Undo brings your own back.',
    });
  };
  return (
    <button type="button" className="button" onClick={show}>
      Show solution
    </button>
  );
}
