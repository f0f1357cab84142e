import { withArticle } from '#model/wording/counted.ts';
import { made, unusable, wholeNumber } from '../controls/made.ts';
import { APPLIES, CATEGORIES, idOf, PLANS, type Workspace } from '#model/layout/layout.ts';
import type { Command } from '#state/board/command.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Choice, Press, Switch, TextCell } from '../controls/controls.tsx';
import { type Column, DataTable } from '../controls/DataTable.tsx';
import { useNow, workspaceOptions } from '../controls/useNow.ts';

/** What the simulator asks and no product has: what plans and applies do, how long they take, what they need. */
export function SimulationTables() {
  const now = useNow();
  const { workspaces, name, sandbox } = now;
  const set = (w: Workspace, settings: Partial<Workspace>): Command => ({
    type: 'set',
    workspace: idOf(w),
    settings,
  });
  const flag = (title: string, field: 'has_configuration' | 'cost_estimation'): Column<Workspace> => ({
    title,
    cell: (w) => (
      <Switch
        label={`${field} of ${name(idOf(w))}`}
        checked={w[field]}
        makes={(on) => set(w, { [field]: on })}
      />
    ),
  });
  const seconds = (field: 'plan' | 'apply'): Column<Workspace> => ({
    title: `${field === 'plan' ? 'Plan' : 'Apply'} seconds`,
    cell: (w) => (
      <TextCell
        label={`Seconds of ${withArticle(field)} of ${name(idOf(w))}`}
        value={String(w.seconds[field])}
        number
        makes={(text) => {
          const value = wholeNumber(text);
          return value.ok ? made(set(w, { seconds: { ...w.seconds, [field]: value.value } })) : value;
        }}
      />
    ),
  });
  const required = workspaces.flatMap((w) => w.requires.map((need, at) => ({ w, need, at })));
  return (
    <>
      <p className="faint">
        These belong to the simulation, not to HCP Terraform: they say what a configuration would do.
      </p>
      <section aria-labelledby="table-behaviour">
        <h3 id="table-behaviour">What runs do</h3>
        <DataTable
          name="Behaviour"
          columns={[
            { title: 'Workspace', cell: (w) => name(idOf(w)) },
            {
              title: 'A plan has',
              cell: (w) => (
                <Choice
                  label={`plan of ${name(idOf(w))}`}
                  value={w.plan}
                  options={PLANS}
                  makes={(plan) => set(w, { plan })}
                />
              ),
            },
            {
              title: 'An apply',
              cell: (w) => (
                <Choice
                  label={`apply of ${name(idOf(w))}`}
                  value={w.apply}
                  options={APPLIES}
                  makes={(apply) => set(w, { apply })}
                />
              ),
            },
            seconds('plan'),
            seconds('apply'),
            flag('Has configuration', 'has_configuration'),
            {
              title: 'Applied before',
              cell: (w) => (
                <Switch
                  label={`has_state of ${name(idOf(w))}`}
                  checked={w.has_state}
                  makes={(has_state) => ({ type: 'set_has_state', workspace: idOf(w), has_state })}
                />
              ),
            },
            flag('Cost estimation', 'cost_estimation'),
          ]}
          rows={workspaces}
          keyOf={idOf}
          textOf={idOf}
          empty="No workspace yet."
          shows={(w) => [w, name(idOf(w))]}
          onRow={(w) => sandbox.focus(idOf(w))}
        />
      </section>
      <section aria-labelledby="table-requires">
        <h3 id="table-requires">Required variables</h3>
        <p className="faint">A plan fails while one of these is not set.</p>
        <DataTable
          name="Required variables"
          columns={[
            { title: 'Workspace', cell: ({ w }) => name(idOf(w)) },
            {
              title: 'Key',
              cell: ({ w, need, at }) => (
                <TextCell
                  label={`Key of required ${need.key} of ${name(idOf(w))}`}
                  value={need.key}
                  makes={(key) =>
                    made(set(w, { requires: w.requires.map((r, i) => (i === at ? { ...r, key } : r)) }))
                  }
                />
              ),
            },
            {
              title: 'Category',
              cell: ({ w, need, at }) => (
                <Choice
                  label={`Category of required ${need.key} of ${name(idOf(w))}`}
                  value={need.category}
                  options={CATEGORIES}
                  makes={(category) =>
                    set(w, { requires: w.requires.map((r, i) => (i === at ? { ...r, category } : r)) })
                  }
                />
              ),
            },
            {
              title: 'Action',
              cell: ({ w, need, at }) => (
                <Press
                  label={`Remove required ${need.key} in ${name(idOf(w))}`}
                  makes={set(w, { requires: w.requires.filter((_, i) => i !== at) })}
                >
                  Remove
                </Press>
              ),
            },
          ]}
          rows={required}
          keyOf={({ w, at }) => `${idOf(w)} ${at}`}
          textOf={({ w, need }) => `${idOf(w)} ${need.key}`}
          empty="No plan needs a variable."
          shows={({ w, need, at }) => [w, need, at, name(idOf(w))]}
        />
        <AddForm
          name="Require a variable"
          submit="Require"
          fields={[
            { name: 'workspace', label: 'Workspace', options: workspaceOptions(now) },
            { name: 'key', label: 'needs variable' },
            { name: 'category', label: 'Category', options: CATEGORIES },
          ]}
          makes={({ workspace, key = '', category: wanted }) => {
            const w = workspaces.find((other) => idOf(other) === workspace);
            if (w === undefined || key.trim() === '')
              return unusable({ code: 'unnamed', thing: 'variable', by: 'key' });
            const category = CATEGORIES.find((c) => c === wanted) ?? 'terraform';
            return made(set(w, { requires: [...w.requires, { key: key.trim(), category }] }));
          }}
        />
      </section>
    </>
  );
}
