import type { WrittenText } from '#hcl/keep/writeText.ts';
import { useView } from '#islands/workbench/context/useSandbox.ts';

type Way = Pick<WrittenText, 'how' | 'overrides' | 'flattened'>;
const MOST_NAMED = 4;

const firstOf = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ');
const blocksOf = ({ overrides }: Way): string[] => [...new Set(overrides.map(({ block }) => block))];

/** What a person has to know of how a text was changed; null where it was changed in the usual way. */
export function describeChoice(written: Way): string | null {
  if (written.how === 'rewritten')
    return `The board cannot be said with for_each, count or references any more, so these were written out, one block for each resource: ${firstOf(written.flattened)}.`;
  if (written.overrides.length === 0) return null;
  const many = written.overrides.length > 1;
  return `${firstOf(written.overrides.map(({ address }) => address))} ${many ? 'are' : 'is'} set apart by a condition in ${firstOf(blocksOf(written))}, so that the other resources of the block stay as they are.`;
}

interface Props {
  written: Way | null;
  settle: (how: 'shown' | 'rewrite') => void;
}

/** Where one block makes several workspaces and only one of them was changed: the two ways to write that. */
export function HclChoice({ written, settle }: Props) {
  const { sandbox } = useView();
  const words = written === null ? null : describeChoice(written);
  if (written === null || words === null) return null;
  if (written.how === 'rewritten')
    return (
      <section className="hcl-choice" aria-label="How the text says it">
        <p>{words}</p>
        <p className="row">
          <button type="button" className="button" onClick={() => settle('shown')}>
            Keep the rewritten text
          </button>
          <button type="button" className="button" onClick={sandbox.undo}>
            Undo the change on the board
          </button>
        </p>
      </section>
    );
  const one = written.overrides.length === 1;
  return (
    <section className="hcl-choice" aria-label="How the text says it">
      <p>{words}</p>
      <p className="row">
        <button type="button" className="button" onClick={() => settle('shown')}>
          {one ? 'Override this one' : 'Override these'}
        </button>
        <button type="button" className="button" onClick={() => settle('rewrite')}>
          {blocksOf(written).length === 1 ? 'Rewrite the block' : 'Rewrite the blocks'}
        </button>
      </p>
      <p className="faint">
        Shown is the override. Rewriting gives each resource of the board a block of its own, also those of
        other blocks with for_each or count.
      </p>
    </section>
  );
}
