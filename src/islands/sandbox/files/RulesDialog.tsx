import { RULES } from '#engine/rules/index.ts';
import { useSandbox } from '#islands/workbench/context/useSandbox.ts';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';

/** Where the two rule sets say different things; every other rule is the same in both. */
export default function RulesDialog({ close }: { close: () => void }) {
  const { state, sandbox } = useSandbox();
  const { ruleset } = state.scenario.layout;
  const differing = RULES.flatMap((rule) =>
    rule.rulesets === undefined ? [] : [{ ...rule, rulesets: rule.rulesets }],
  );
  return (
    <Sheet title="Two rule sets" close={close}>
      <p>
        The study guide and HCP Terraform as it is today disagree on {differing.length} rules. The board
        follows HCP Terraform unless you choose otherwise; the exam may ask for either.
      </p>
      <label className="rules-choice">
        Rules of this board{' '}
        <select
          value={ruleset}
          onChange={(event) =>
            sandbox.perform({
              type: 'set_ruleset',
              ruleset: event.target.value === 'guide' ? 'guide' : 'hcp',
            })
          }
        >
          <option value="hcp">HCP Terraform today</option>
          <option value="guide">Study guide</option>
        </select>
      </label>
      {differing.map(({ id, fact, title, rulesets }) => (
        <section key={id} className="difference">
          <h3>
            {title} <span className="faint">{fact}</span>
          </h3>
          <dl>
            <div data-on={ruleset === 'hcp'}>
              <dt>HCP Terraform today{ruleset === 'hcp' ? ' (chosen)' : ''}</dt>
              <dd>{rulesets.hcp}</dd>
            </div>
            <div data-on={ruleset === 'guide'}>
              <dt>Study guide{ruleset === 'guide' ? ' (chosen)' : ''}</dt>
              <dd>{rulesets.guide}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Sheet>
  );
}
