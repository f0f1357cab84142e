import { useNow } from '../controls/useNow.ts';
import { PickList } from './PickList.tsx';

/** The arrows of a workspace, one by one: Enter goes to the other end, Delete removes the arrow. */
export function ArrowWalk({ id, close }: { id: string; close: (focus?: string) => void }) {
  const { moment, name, sandbox } = useNow();
  const arrows = moment.triggers.filter((t) => t.sourceable === id || t.workspace === id);
  const otherEnd = (key: string) => {
    const arrow = arrows.find((t) => `${t.sourceable} ${t.workspace}` === key);
    return arrow === undefined ? id : arrow.sourceable === id ? arrow.workspace : arrow.sourceable;
  };
  const remove = (key: string) => {
    const arrow = arrows.find((t) => `${t.sourceable} ${t.workspace}` === key);
    if (arrow !== undefined) sandbox.perform({ type: 'delete_run_trigger', ...arrow });
  };
  return (
    <PickList
      title={`Arrows of ${name(id)}`}
      options={arrows.map((t) => ({
        key: `${t.sourceable} ${t.workspace}`,
        name: t.sourceable === id ? `triggers ${name(t.workspace)}` : `runs after ${name(t.sourceable)}`,
        ok: true,
        words: '',
      }))}
      empty="No run trigger begins or ends here."
      choose={({ key }) => close(otherEnd(key))}
      close={() => close()}
      onKey={(key, option) => {
        if (key !== 'Delete' && key !== 'Backspace') return false;
        remove(option.key);
        return true;
      }}
    >
      <p className="faint">Enter goes to the other end, Delete removes the arrow.</p>
    </PickList>
  );
}
