import type { TextProblem } from '#state/openText.ts';
import { useView } from '../useSandbox.ts';
import { type Finding, take } from './opening.ts';
import { Sheet } from './Sheet.tsx';

const MOST_SHOWN = 200;

/** Why a file was not opened, or what it leaves open; the board changes only by the button. */
export default function OpenDialog({ finding, close }: { finding: Finding; close: () => void }) {
  const { sandbox } = useView();
  const { name, opened } = finding;
  if (!opened.ok) {
    const as = opened.form === null ? '' : `, read as ${opened.form}`;
    return (
      <Sheet title={`${name} was not opened`} close={close}>
        <p>
          Your board is as it was.{' '}
          {opened.problems.length === 1 ? 'One thing' : `${opened.problems.length} things`} would have to
          change in the file{as}:
        </p>
        <Problems problems={opened.problems} />
      </Sheet>
    );
  }
  const { layout } = opened.scenario;
  return (
    <Sheet title={`Open ${name}?`} close={close}>
      <p>
        It is {opened.form} with {layout.workspaces.length} workspaces and {layout.run_triggers.length} run
        triggers. This is what it does not say:
      </p>
      <Problems problems={opened.notes} />
      <p className="row">
        <button
          type="button"
          className="button primary"
          onClick={() => {
            take(sandbox, finding);
            close();
          }}
        >
          Open without it
        </button>
        <button type="button" className="button" onClick={close}>
          Keep my board
        </button>
      </p>
    </Sheet>
  );
}

function Problems({ problems }: { problems: readonly TextProblem[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="problems" role="region" aria-label="What was found" tabIndex={0}>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ line, column, path, message }) => (
          <li key={`${line}:${column} ${path} ${message}`}>
            {line !== null && (
              <span className="hcl-line">
                line {line}
                {column === null ? '' : `, column ${column}`}:{' '}
              </span>
            )}
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN && <p>… and {problems.length - MOST_SHOWN} more.</p>}
    </div>
  );
}
