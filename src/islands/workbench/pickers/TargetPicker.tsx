import { useContext } from 'react';
import { idOf } from '#model/layout/layout.ts';
import type { Command } from '#state/board/command.ts';
import { candidatesOf, describeVerdict } from '#state/board/verdicts.ts';
import { Trying, useCommands } from '../controls/useCommands.ts';
import { type Now, useNow } from '../controls/useNow.ts';
import { PickList, type PickOption } from './PickList.tsx';

type Direction = 'from' | 'after' | 'share';

const TITLE: Readonly<Record<Direction, string>> = {
  from: 'triggers which workspace?',
  after: 'runs after which workspace?',
  share: 'shares its state with which workspace?',
};

/** Chooses another workspace; each candidate says before Enter whether it would be allowed. */
export function TargetPicker({
  id,
  direction,
  close,
}: {
  id: string;
  direction: Direction;
  close: () => void;
}) {
  const now = useNow();
  const { reasonAgainst, run } = useCommands();
  const trying = useContext(Trying);
  const command = (other: string): Command =>
    direction === 'share'
      ? { type: 'share', sourceable: id, workspace: other }
      : direction === 'from'
        ? { type: 'create_run_trigger', sourceable: id, workspace: other }
        : { type: 'create_run_trigger', sourceable: other, workspace: id };
  const options = (direction === 'share' ? readers(now, id) : ends(now, id, direction)).map((option) => {
    const reason = reasonAgainst(command(option.key));
    return reason === null ? option : { ...option, ok: false, words: reason };
  });
  return (
    <PickList
      title={`${trying ? 'What if: ' : ''}${now.name(id)} ${TITLE[direction]}`}
      options={options}
      empty="There is no other workspace on the board."
      choose={({ key }) => {
        run(command(key));
        close();
      }}
      close={close}
    />
  );
}

/** The other ends that a trigger could have. */
const ends = ({ sandbox, name }: Now, id: string, direction: 'from' | 'after'): PickOption[] =>
  [...candidatesOf(sandbox, id, direction)].map(([other, refusal]) => ({
    key: other,
    name: name(other),
    ok: refusal === null,
    words: describeVerdict(refusal),
  }));

/** Who could read the state of a workspace. */
function readers({ workspaces, ids, name }: Now, id: string): PickOption[] {
  const source = workspaces.find((w) => idOf(w) === id);
  return ids
    .filter((other) => other !== id)
    .map((other) => {
      const inside = other.startsWith(`${source?.organization ?? ''}/`);
      const shared = source?.remote_state_consumer_ids.includes(other) === true;
      return {
        key: other,
        name: name(other),
        ok: inside && !shared,
        words: !inside
          ? 'not allowed: state is shared within one organization only'
          : shared
            ? 'shared already'
            : source?.global_remote_state === true
              ? 'allowed, though all workspaces may read it already'
              : 'allowed',
      };
    });
}
