import { ArrowWalk } from './ArrowWalk.tsx';
import { Find } from './Find.tsx';
import { ForceUnlock } from './ForceUnlock.tsx';
import { TargetPicker } from './TargetPicker.tsx';
import type { Picking } from './useSandbox.ts';

/** What the board asks before it does something: another workspace, an arrow, a name, or whether by force. */
export function Pickers({ picking, close }: { picking: Picking; close: (focus?: string) => void }) {
  switch (picking.direction) {
    case 'find':
      return <Find close={close} />;
    case 'arrows':
      return <ArrowWalk id={picking.id} close={close} />;
    case 'force':
      return <ForceUnlock id={picking.id} close={() => close()} />;
    default:
      return <TargetPicker id={picking.id} direction={picking.direction} close={() => close()} />;
  }
}
