import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-07-may-create-trigger', {
  stops: [
    {
      title: 'stops a team without admin on the downstream',
      given: layout('network, app; team ops: app=write, network=read'),
      actions: ['link network app as ops'],
      gives: ['action 0 refused: RT-07'],
      evidence: ['network', 'app'],
      says: 'Team ops lacks admin on app.',
      shows: [
        'rt-05-other-organization',
        'rt-22-own-source',
        'rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'cy-11-cycle',
        'no rt-07-may-create-trigger',
      ],
      changes: ['let an owner do it: the action is carried out'],
    },
    {
      title: 'stops a team that may not read runs of the source',
      given: layout('network, app; team ops: app=admin', {}, { ruleset: 'guide' }),
      actions: ['link network app as ops'],
      gives: ['action 0 refused: RT-07'],
      evidence: ['network', 'app'],
      says: 'Team ops lacks read runs on network.',
    },
    {
      title: 'stops a team that lacks both',
      given: layout('network, app; team ops:'),
      actions: ['link network app as ops'],
      gives: ['action 0 refused: RT-07'],
      evidence: ['network', 'app'],
      says: 'Team ops lacks admin on app and read runs on network.',
    },
  ],
  passes: [
    {
      title: 'lets a team with admin on the downstream and read on the source create it',
      given: layout('network, app; team ops: app=admin, network=read'),
      actions: ['link network app as ops'],
      gives: [],
    },
    {
      title: 'lets project Maintain on both create it, for it is admin on every workspace',
      given: layout(
        'network, app',
        { network: { project: 'core' }, app: { project: 'core' } },
        {
          projects: [{ name: 'core', organization: 'acme' }],
          teams: [{ name: 'ops', project_access: [{ project: 'core', access: 'maintain' }] }],
        },
      ),
      actions: ['link network app as ops'],
      gives: [],
    },
    {
      title: 'lets an owner create it',
      given: layout('network, app'),
      actions: ['link network app', 'unlink network app', 'link network app as owners'],
      gives: [],
    },
  ],
});
