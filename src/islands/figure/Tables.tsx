import { allowed } from '#engine/access.ts';
import { effectiveVariables } from '#engine/variables.ts';
import type { Layout } from '#model/layout.ts';
import { idOf, short } from '#model/vocabulary.ts';
import { PERMISSIONS } from '#model/permission.ts';

export interface TablesProps {
  layout: Layout;
  /** Workspaces whose variables are shown, as `organization/name`. */
  variables: readonly string[];
  /** Pairs of a team and a workspace whose rights are shown. */
  access: readonly { team: string; workspace: string }[];
}

const from = (place: string): string =>
  place === 'workspace' ? 'the workspace' : `set ${place.slice(place.indexOf(':') + 1)}`;

/** Answers of the simulator that need no run: the variables of a workspace, the rights of a team. */
export function Tables({ layout, variables, access }: TablesProps) {
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
