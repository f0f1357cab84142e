import { allowed } from '#engine/query/access.ts';
import { PERMISSIONS } from '#model/layout/permission.ts';
import { short } from '#model/layout/vocabulary.ts';
import Figure, { type FigureProps, type TablesProps } from './Figure.tsx';

/** What the simulator answers without a run: the rights of a team in a workspace. */
function AccessTables({ layout, access }: TablesProps) {
  return (
    <>
      {access.map(({ team, workspace }) => {
        const rights = allowed(layout, team, workspace);
        return (
          <table key={`${team} ${workspace}`} className="figure-table" aria-live="polite">
            <caption>
              What {team} may do in {short(workspace)}
            </caption>
            <tbody>
              {PERMISSIONS.map((permission) => (
                <tr key={permission} data-granted={rights[permission]}>
                  <th scope="row">{permission.replaceAll('_', ' ')}</th>
                  <td>{rights[permission] ? 'yes' : 'no'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </>
  );
}

/** A figure with such tables: an island of its own, so that the others do not load what computes them. */
export default function FigureWithAccess(props: FigureProps) {
  return <Figure {...props} Tables={AccessTables} />;
}
