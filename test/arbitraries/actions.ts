import fc from 'fast-check';
import { SECONDS, TEAMS, index, fields } from './pieces.ts';

const when = {
  at: fc.option(fc.constantFrom(...SECONDS), { nil: undefined, freq: 2 }),
  as: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...TEAMS, 'owners') },
  ),
};
/** Mostly the first few workspaces, so that actions meet the runs of earlier ones. */
const target = fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: index });
const runOrWorkspace = fc.oneof(
  { weight: 2, arbitrary: fc.record({ workspace: target }) },
  { weight: 2, arbitrary: fc.record({ run: fc.integer({ min: 1, max: 12 }).map((n) => `run-${n}`) }) },
  // How many runs ago, counted in started ones, until the board is put together.
  { weight: 2, arbitrary: fc.record({ run: fc.nat({ max: 3 }) }) },
);
const onRun = (type: string) =>
  fc.tuple(runOrWorkspace, fc.record(when)).map(([on, rest]) => ({ type, ...on, ...rest }));
export const action: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({
        type: fc.constant('start_run'),
        workspace: target,
        source: fc.constantFrom('tfe-ui', 'tfe-ui', 'tfe-api', 'vcs', 'vcs', 'cli'),
        mode: fc.constantFrom(
          'standard',
          'standard',
          'standard',
          'plan_only',
          'save_plan',
          'save_plan',
          'refresh_only',
          'destroy',
          'allow_empty_apply',
        ),
        auto_approve: fc.boolean(),
        ...when,
      })
      .map(({ auto_approve, ...a }) => (a.source === 'cli' ? { ...a, auto_approve } : a)),
  },
  { weight: 4, arbitrary: onRun('confirm') },
  { weight: 1, arbitrary: onRun('discard') },
  { weight: 1, arbitrary: onRun('cancel') },
  { weight: 2, arbitrary: onRun('override_policy') },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('lock', 'unlock', 'unlock'), workspace: target, ...when }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('create_run_trigger', 'create_run_trigger', 'delete_run_trigger'),
      sourceable: target,
      workspace: target,
      ...when,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('set'),
      workspace: target,
      settings: fc.record(fields, { requiredKeys: [] }).chain((all) => {
        const keys = Object.keys(all);
        if (keys.length === 0) return fc.constant(all as Record<string, unknown>);
        return fc
          .subarray(keys, { minLength: 1, maxLength: Math.min(3, keys.length) })
          .map((some) => Object.fromEntries(some.map((key) => [key, Reflect.get(all, key)])));
      }),
      ...when,
    }),
  },
);

const midway = fc.constantFrom(
  'execution_mode',
  'has_configuration',
  'outputs',
  'global_remote_state',
  'remote_state_consumer_ids',
  'reads',
  'plan',
);
const setOne = midway.chain((key) =>
  Reflect.get(fields, key).map((value: unknown): Record<string, unknown> => ({ [key]: value })),
) as fc.Arbitrary<Record<string, unknown>>;
/** One change of a setting while runs are under way. */
export const change = fc
  .tuple(target, setOne, fc.record(when))
  .map(([workspace, settings, rest]) => [{ type: 'set', workspace, settings, at: rest.at }]);
/** Two people and one lock, perhaps with a saved plan that somebody then confirms. */
export const locks = fc
  .tuple(target, fc.boolean(), fc.constantFrom('lock', 'unlock', 'unlock'), fc.record(when), fc.record(when))
  .map(([workspace, saved, second, one, other]): Record<string, unknown>[] => [
    ...(saved ? [{ type: 'start_run', workspace, mode: 'save_plan' }] : []),
    { type: 'lock', workspace, ...one },
    ...(saved ? [{ type: 'confirm', run: 0 }] : []),
    { type: second, workspace, ...other },
  ]);
/** A run and what people do to it next: random actions alone seldom meet the run that waits. */
export const burst = fc
  .tuple(
    target,
    fc.subarray(['override_policy', 'override_policy', 'confirm', 'confirm', 'discard']),
    fc.record(when),
  )
  .map(([workspace, steps, rest]): Record<string, unknown>[] => [
    { type: 'start_run', workspace, source: 'vcs', ...rest },
    ...steps.map((type) => ({ type, workspace })),
  ]);
