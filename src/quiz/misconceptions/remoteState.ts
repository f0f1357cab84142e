import { idOf } from '#model/layout/layout.ts';
import { type Misconception, inLayout, moreTriggers, reads, workspaces } from './misconception.ts';

/** Mistaken beliefs about state, reads and triggers. */
export const STATE: readonly Misconception[] = [
  {
    id: 'triggers-need-state-sharing',
    title: 'Triggers need shared state',
    truth: 'Triggers and state sharing are independent of each other.',
    facts: ['RS-26'],
    believed: (s) =>
      inLayout(s, {
        run_triggers: s.layout.run_triggers.filter((t) => {
          const source = s.layout.workspaces.find((w) => idOf(w) === t.sourceable);
          return source?.global_remote_state || source?.remote_state_consumer_ids.includes(t.workspace);
        }),
      }),
  },
  {
    id: 'triggers-need-a-read',
    title: 'A trigger works only where outputs are read',
    truth: 'What a workspace reads makes no difference to its triggers.',
    facts: ['RS-26', 'FI-30'],
    believed: (s) => {
      const read = new Set(reads(s.layout).map((r) => `${r.sourceable} ${r.workspace}`));
      return inLayout(s, {
        run_triggers: s.layout.run_triggers.filter((t) => read.has(`${t.sourceable} ${t.workspace}`)),
      });
    },
  },
  {
    id: 'triggers-grant-state-access',
    title: 'A trigger gives access to the state of its source',
    truth: 'A trigger gives no access to state. The source has to share it.',
    facts: ['RS-26'],
    believed: (s) =>
      workspaces(s, (w) => ({
        ...w,
        remote_state_consumer_ids: [
          ...w.remote_state_consumer_ids,
          ...s.layout.run_triggers.filter((t) => t.sourceable === idOf(w)).map((t) => t.workspace),
        ],
      })),
  },
  {
    id: 'sharing-starts-runs',
    title: 'Shared state starts runs in its readers',
    truth: 'Sharing state starts no runs. Only a trigger does.',
    facts: ['RS-26'],
    believed: (s) =>
      moreTriggers(
        s,
        s.layout.workspaces.flatMap((w) =>
          w.remote_state_consumer_ids.map((id) => ({ sourceable: idOf(w), workspace: id })),
        ),
      ),
  },
  {
    id: 'reads-start-runs',
    title: 'A reader runs when the outputs change',
    truth: 'Reading outputs starts no runs. Only a trigger does.',
    facts: ['RS-26'],
    believed: (s) => moreTriggers(s, reads(s.layout)),
  },
  {
    id: 'triggers-carry-values',
    title: 'Triggers pass on values',
    truth: 'A trigger passes on no values. Only outputs that a configuration reads can be out of date.',
    facts: ['RT-20'],
    believed: (s) => {
      const { layout } = s;
      const output = (id: string) => layout.workspaces.find((w) => idOf(w) === id)?.outputs[0]?.name;
      return workspaces(s, (w) => ({
        ...w,
        reads: [
          ...w.reads,
          ...layout.run_triggers
            .filter((t) => t.workspace === idOf(w))
            .map((t) => ({
              workspace: t.sourceable,
              output: output(t.sourceable) ?? 'id',
              via: 'terraform_remote_state' as const,
            })),
        ],
      }));
    },
  },
  {
    id: 'staleness-spreads',
    title: 'A reader of something out of date is out of date',
    truth: 'A reader is only out of date when the workspace that it reads itself has been applied since.',
    facts: ['RS-26'],
    believed: (s) => {
      const all = reads(s.layout);
      return workspaces(s, (w) => {
        const own = all.filter((r) => r.workspace === idOf(w));
        const further = own.flatMap((r) => all.filter((other) => other.workspace === r.sourceable));
        const more = further.filter((r) => r.sourceable !== idOf(w));
        return {
          ...w,
          reads: [
            ...w.reads,
            ...more.map((r) => ({
              workspace: r.sourceable,
              output: r.output,
              via: 'terraform_remote_state' as const,
            })),
          ],
        };
      });
    },
  },
  {
    id: 'sharing-is-set-on-the-reader',
    title: 'The reader sets what it may read',
    truth: 'Sharing is set on the workspace that is read, which names its readers.',
    facts: ['RS-06'],
    believed: null,
  },
];
