import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { made, unusable } from '../controls/made.ts';
import { CATEGORIES, idOf, type Workspace } from '#model/layout/layout.ts';
import { AddForm } from '../controls/AddForm.tsx';
import { Press, TextCell } from '../controls/controls.tsx';
import { useNow } from '../controls/useNow.ts';
import { Page } from './Field.tsx';

/** The workspace's own variables, and what a run gets once the sets are counted in. */
export function VariablesPage({ w }: { w: Workspace }) {
  const { layout } = useNow();
  const workspace = idOf(w);
  const effective = effectiveVariables(layout, w);
  return (
    <Page title="Variables">
      <ul className="plain">
        {w.variables.map((v) => (
          <li key={`${v.category} ${v.key}`}>
            <span>
              <code>{v.key}</code>{' '}
              <span className="faint">
                {v.category}
                {v.sensitive ? ', sensitive' : ''}
              </span>
            </span>
            <TextCell
              label={`Value of ${v.category} ${v.key}`}
              value={v.sensitive ? '' : v.value}
              {...(v.sensitive ? { placeholder: 'write-only' } : {})}
              makes={(value) =>
                made({
                  type: 'set_variable',
                  workspace,
                  key: v.key,
                  category: v.category,
                  sensitive: v.sensitive,
                  value,
                })
              }
            />
            <Press
              className="button quiet"
              label={`Remove variable ${v.category} ${v.key}`}
              makes={{
                type: 'set',
                workspace,
                settings: { variables: w.variables.filter((other) => other !== v) },
              }}
            >
              Remove
            </Press>
          </li>
        ))}
        {w.variables.length === 0 && <li className="faint">None of its own.</li>}
      </ul>
      <AddForm
        name="Add workspace variable"
        submit="Add"
        fields={[
          { name: 'key', label: 'Key' },
          { name: 'value', label: 'Value' },
          { name: 'category', label: 'Category', options: CATEGORIES },
        ]}
        makes={({ key = '', value = '', category }) =>
          key.trim() === ''
            ? unusable({ code: 'unnamed', thing: 'variable', by: 'key' })
            : made({
                type: 'set_variable',
                workspace,
                key: key.trim(),
                value,
                category: CATEGORIES.find((c) => c === category) ?? 'terraform',
                sensitive: false,
              })
        }
      />
      {effective.length > 0 && (
        <>
          <p className="field-label">What a run gets</p>
          <ul className="plain">
            {effective.map((v) => (
              <li key={`${v.category} ${v.key}`}>
                <span>
                  <code>{v.key}</code> = {v.value ?? 'sensitive'}
                </span>
                <span className="faint">
                  {v.from.replace('variable_set:', 'set ')}
                  {v.overrides.length > 0
                    ? `, over ${v.overrides.map((o) => o.replace('variable_set:', 'set ')).join(', ')}`
                    : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="field-notes">
        <code>tfe_variable</code> <span>default none; a priority set wins over it</span>{' '}
        <code className="fact">VS-07</code>
      </p>
    </Page>
  );
}
