import { judge } from '#engine/levels/grade.ts';
import type { Goal } from '#model/level/level.ts';
import { type BoardNow, useSeen } from '#islands/workbench/context/useSandbox.ts';
import type { SandboxState } from '#state/board/boardState.ts';
import { useLevel } from '../useLevel.ts';

type Standing = 'open' | 'met' | 'missed' | 'elsewhere';
const WORDS: Readonly<Record<Standing, string>> = {
  open: 'not played yet',
  met: 'met',
  missed: 'not met',
  elsewhere: 'not checked in this test',
};
const MARKS: Readonly<Record<Standing, string>> = { open: '○', met: '✓', missed: '✗', elsewhere: '–' };

interface Shown extends Pick<SandboxState, 'probe' | 'scenario' | 'simulatedScenario'> {
  /** Whether the end was reached. */
  played: boolean;
}

/** Whether a goal is met in the probe that is played, once it is played to its end. */
function standing(
  goal: Goal,
  { state, simulation }: Pick<BoardNow, 'simulation'> & { state: Shown },
): { at: Standing; say: string } {
  if (goal.probes.length > 0 && state.probe !== null && !goal.probes.includes(state.probe))
    return { at: 'elsewhere', say: '' };
  if (!state.played) return { at: 'open', say: '' };
  const { layout, actions } = state.scenario;
  const judged = judge(goal.check, { layout, actions, scenario: state.simulatedScenario, simulation });
  return { at: judged.ok ? 'met' : 'missed', say: judged.ok ? '' : judged.say };
}

/** The goals as a checklist of the probe on the board; Check asks every probe. */
export function Goals() {
  const { simulation, ...state } = useSeen(({ state, simulation }) => ({
    probe: state.probe,
    scenario: state.scenario,
    simulatedScenario: state.simulatedScenario,
    played: state.cursor >= simulation.log.length,
    simulation,
  }));
  const { level } = useLevel();
  return (
    <ul className="goals" aria-label="Goals">
      {level.goals.map((goal) => {
        const { at, say } = standing(goal, { state, simulation });
        return (
          <li key={goal.id} data-at={at}>
            <span className="goal-mark" aria-hidden="true">
              {MARKS[at]}
            </span>
            <div>
              {goal.text}
              {goal.kind === 'safe' && <span className="faint"> (for the second star)</span>}
              <span className="goal-state"> {WORDS[at]}</span>
              {say !== '' && <p className="faint">{say}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
