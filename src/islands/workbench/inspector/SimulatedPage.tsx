import { memo } from 'react';
import { made, wholeNumber } from '../controls/made.ts';
import { APPLIES, idOf, PLANS, type Workspace } from '#model/layout/layout.ts';
import { Choice, Switch, TextCell } from '../controls/controls.tsx';
import { Field, Page } from './Field.tsx';

/** What the simulator asks and no product has. */
export const SimulatedPage = memo(function SimulatedPage({ w }: { w: Workspace }) {
  const workspace = idOf(w);
  const set = (settings: Partial<Workspace>) => ({ type: 'set', workspace, settings }) as const;
  const seconds = (field: 'plan' | 'apply', standard: string) => (
    <Field
      label={`Seconds of ${field === 'plan' ? 'a plan' : 'an apply'}`}
      attribute="seconds"
      standard={standard}
    >
      <TextCell
        label={`Seconds of ${field === 'plan' ? 'a plan' : 'an apply'}`}
        value={String(w.seconds[field])}
        number
        makes={(text) => {
          const value = wholeNumber(text);
          return value.ok ? made(set({ seconds: { ...w.seconds, [field]: value.value } })) : value;
        }}
      />
    </Field>
  );
  return (
    <section className="simulated" aria-label="Simulated behaviour">
      <Page title="Simulated behaviour">
        <p className="faint">Not settings of HCP Terraform: they say what the configuration would do.</p>
        <Field label="A plan has" attribute="plan" standard="changes">
          <Choice label="A plan has" value={w.plan} options={PLANS} makes={(plan) => set({ plan })} />
        </Field>
        <Field label="An apply" attribute="apply" standard="succeeds">
          <Choice label="An apply" value={w.apply} options={APPLIES} makes={(apply) => set({ apply })} />
        </Field>
        {seconds('plan', '20')}
        {seconds('apply', '30')}
        <Field label="Has a configuration" attribute="has_configuration" standard="yes" fact="FI-37">
          <Switch
            label="Has a configuration"
            checked={w.has_configuration}
            makes={(has_configuration) => set({ has_configuration })}
          />
        </Field>
        <Field label="Was applied before" attribute="has_state" standard="yes">
          <Switch
            label="Was applied before"
            checked={w.has_state}
            makes={(has_state) => ({ type: 'set_has_state', workspace, has_state })}
          />
        </Field>
        <p className="field-label">Variables that a plan needs</p>
        <p className="faint">
          {w.requires.length === 0
            ? 'None. '
            : `${w.requires.map((r) => `${r.key} (${r.category})`).join(', ')}. `}
          Edited in the tables, under Simulation.
        </p>
      </Page>
    </section>
  );
});
