import { Suspense } from 'react';
import { allowed, PERMISSIONS } from '#engine/query/access.ts';
import { idOf, type Workspace } from '#model/layout/layout.ts';
import { useNow } from '../controls/useNow.ts';
import { later } from '#islands/status/lazyPart.tsx';
import { Page } from './Field.tsx';

/** Loaded where there are teams. */
const WorkspaceAccessTable = later(() =>
  import('../tables/WorkspaceAccessTable.tsx').then(({ WorkspaceAccessTable: shown }) => shown),
);

/** Which teams may do what here, with what project and organization add. */
export function AccessPage({ w }: { w: Workspace }) {
  const { layout } = useNow();
  const teams = layout.teams.filter((t) => t.organization === w.organization);
  return (
    <Page title="Team access">
      {teams.length === 0 ? (
        <p className="faint">There is no team but owners, which may do everything. Add one in the tables.</p>
      ) : (
        <>
          <Suspense>
            <WorkspaceAccessTable only={idOf(w)} />
          </Suspense>
          <p className="field-label">All grants added up</p>
          <ul className="plain">
            {teams.map((t) => {
              const may = allowed(layout, t.name, idOf(w));
              const list = PERMISSIONS.filter((permission) => may[permission]);
              return (
                <li key={t.name}>
                  <span>{t.name}</span>
                  <span className="faint">
                    {list.length === 0 ? 'nothing' : list.map((p) => p.replaceAll('_', ' ')).join(', ')}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p className="field-notes">
        <code>tfe_team_access</code> <span>default none; the highest grant counts</span>{' '}
        <code className="fact">PM-01</code>
      </p>
    </Page>
  );
}
