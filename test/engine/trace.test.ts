import { describe, expect, it } from 'vitest';
import { traceOf } from '#engine/query/trace.ts';
import { layout, run, set } from '../support/shorthand.ts';

describe('the trace', () => {
  it('writes what was asked and what came of it, a line each', () => {
    const { scenario, result, log } = run(
      layout('network -> app; network: auto_apply; app: local; team ops:'),
      [
        set('app', { auto_apply: true, plan: 'auto' }, { at: 1 }),
        'start app at 2 as ops',
        'start network cli auto_approve at 3',
      ],
    );
    expect(traceOf(scenario, { result, log }).split('\n')).toEqual([
      '     0  trigger     acme/network -> acme/app created',
      '     1  action 0    set workspace=acme/app settings={"auto_apply":true,"plan":"auto"} at=1',
      '     1  set         acme/app: auto_apply, plan',
      '     2  action 1    start_run workspace=acme/app source=tfe-ui mode=standard at=2 as=ops',
      '     2  action 1    refused by RUN-08: Team ops may not queue plans in app.',
      '     3  action 2    start_run workspace=acme/network source=cli mode=standard auto_approve=true at=3',
      '     3  run-1       queued in acme/network (cli, standard)',
      '     3  run-1       pending',
      '     3  run-1       planning',
      '    23  run-1       planned',
      '    23  run-1       confirmed',
      '    23  run-1       applying',
      '    53  run-1       applied',
      '    53  run-1       queued nothing in acme/app by EM-03: app is in local execution mode, where no run can be performed.',
      '    53  end',
      '',
    ]);
  });
});
