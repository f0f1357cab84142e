import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { idOf, short } from '#model/layout/vocabulary.ts';
import Figure, { type FigureProps, type TablesProps } from './Figure.tsx';

const from = (place: string): string =>
  place === 'workspace' ? 'the workspace' : `set ${place.slice(place.indexOf(':') + 1)}`;

/** What the simulator answers without a run: the variables that reach a workspace, and what each of them beats. */
function VariableTables({ layout, variables }: TablesProps) {
  return (
    <>
      {variables.map((id) => {
        const workspace = layout.workspaces.find((w) => idOf(w) === id);
        const found = workspace === undefined ? [] : effectiveVariables(layout, workspace);
        return (
          <table key={id} className="figure-table" aria-live="polite">
            <caption>What a run in {short(id)} gets</caption>
            <thead>
              <tr>
                <th scope="col">Variable</th>
                <th scope="col">Value</th>
                <th scope="col">From</th>
                <th scope="col">It beats</th>
              </tr>
            </thead>
            <tbody>
              {found.map((v) => (
                <tr key={`${v.category} ${v.key}`}>
                  <th scope="row">
                    <code>{v.key}</code> {v.category === 'env' ? '(env)' : ''}
                  </th>
                  <td>{v.value ?? 'hidden'}</td>
                  <td>{from(v.from)}</td>
                  <td>{v.overrides.map(from).join(', ') || 'nothing'}</td>
                </tr>
              ))}
              {found.length === 0 && (
                <tr>
                  <td colSpan={4}>No variables reach it.</td>
                </tr>
              )}
            </tbody>
          </table>
        );
      })}
    </>
  );
}

/** A figure with such tables: an island of its own, so that the others do not load what computes them. */
export default function FigureWithVariables(props: FigureProps) {
  return <Figure {...props} Tables={VariableTables} />;
}
