import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('lk-04-may-lock', {
  stops: [
    {
      title: 'stops a team without the lock permission',
      given: layout('app: auto_apply; team ops: app=plan'),
      actions: ['lock app as ops', 'start app'],
      gives: ['run-1 app: applied', 'action 0 refused: LK-04'],
      evidence: ['app'],
      says: 'Team ops may not lock app.',
      shows: ['no lk-04-may-lock', 'lk-05-already-locked', 'lk-01-lock-during-run'],
      changes: ['let an owner do it: the action is carried out'],
    },
  ],
  passes: [
    {
      title: 'lets a team with write lock',
      given: layout('app; team ops: app=write'),
      actions: ['lock app as ops', 'start app'],
      gives: ['run-1 app: pending waits for unlock by LK-02'],
    },
    {
      title: 'lets a team with the custom permission lock',
      given: layout(
        'app',
        {},
        {
          teams: [
            {
              name: 'ops',
              workspace_access: [{ workspace: 'app', permissions: { workspace_locking: true } }],
            },
          ],
        },
      ),
      actions: ['lock app as ops', 'start app'],
      gives: ['run-1 app: pending waits for unlock by LK-02'],
    },
  ],
});
