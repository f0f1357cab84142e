import { counted } from '#model/wording/counted.ts';
import type { FoldedProject } from './projectBoxes.ts';

interface Props {
  folds: readonly FoldedProject[];
  arrows: readonly [string, string][];
  open: (members: string[]) => void;
}

/** Projects in place of workspaces, where a workspace would be too small to read; a click goes closer. */
export function Folds({ folds, arrows, open }: Props) {
  const rectOf = new Map(folds.map((f) => [f.project, f.rect]));
  return (
    <div className="folds">
      <svg className="arrows" aria-hidden="true">
        <path
          className="fold-lines"
          d={arrows
            .flatMap(([source, target]) => {
              const [a, b] = [rectOf.get(source), rectOf.get(target)];
              return a === undefined || b === undefined
                ? []
                : [`M${a.x + a.width} ${a.y + a.height / 2}L${b.x} ${b.y + b.height / 2}`];
            })
            .join('')}
        />
      </svg>
      {folds.map(({ project, members, waiting, rect }) => (
        <button
          type="button"
          key={project}
          className="fold"
          style={{
            transform: `translate(${rect.x}px, ${rect.y}px)`,
            width: rect.width,
            height: rect.height,
          }}
          onClick={() => open(members)}
        >
          <strong>{project}</strong>
          <span>{counted(members.length, 'workspace')}</span>
          {waiting > 0 && <span>{waiting} need you</span>}
        </button>
      ))}
    </div>
  );
}
