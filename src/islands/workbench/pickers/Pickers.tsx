import '#islands/status/popups.ts';
import { Suspense } from 'react';
import { ArrowWalk } from './ArrowWalk.tsx';
import { Trying } from '../controls/useCommands.ts';
import { Find } from './Find.tsx';
import { later } from '#islands/status/lazyPart.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import { useDismissed } from './useDismissed.ts';
import type { Picking } from '../context/useSandbox.ts';

/** Loaded when another team's lock is first in the way. */
const ForceUnlock = later(() => import('./ForceUnlock.tsx').then(({ ForceUnlock: shown }) => shown));

/** What the board asks before it does something: another workspace, an arrow, a name, or whether by force. */
export function Pickers(props: Props) {
  const popup = useDismissed((byKey) => (byKey ? props.close() : props.close('')));
  return (
    <div ref={popup} data-popup className="popup">
      <Picker {...props} />
    </div>
  );
}

interface Props {
  picking: Picking;
  /** Told where the focus goes: nothing is what it came from, '' nowhere. */
  close: (focus?: string) => void;
}

function Picker({ picking, close }: Props) {
  switch (picking.direction) {
    case 'find':
      return <Find close={close} />;
    case 'arrows':
      return <ArrowWalk id={picking.id} close={close} />;
    case 'force':
      return (
        <Suspense>
          <ForceUnlock id={picking.id} close={() => close()} />
        </Suspense>
      );
    default:
      return (
        <Trying value={picking.tried === true}>
          <TargetPicker id={picking.id} direction={picking.direction} close={() => close()} />
        </Trying>
      );
  }
}
