import { useState } from 'react';
import { encodeShare } from '#state/shareLink.ts';
import { TEMPLATES } from '#state/sandboxTemplates.ts';
import { useSandbox } from './useSandbox.ts';

/** What concerns the whole board: templates, rule set, undo, share. */
export function Toolbar({ openKeys }: { openKeys: () => void }) {
  const { state, sandbox } = useSandbox();
  const [link, setLink] = useState<string | null>(null);
  const { ruleset } = state.scenario.layout;
  const share = async () => {
    const address = location.href.split('#')[0] + (await encodeShare(state.scenario));
    setLink(address);
    try {
      await navigator.clipboard.writeText(address);
      sandbox.say('Link copied.');
    } catch {
      sandbox.say('Link made; copy it from the field.');
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own
    <div className="toolbar" role="group" aria-label="Whole board">
      <label>
        <span className="label-word">Template</span>{' '}
        <select
          value=""
          onChange={(event) => {
            const template = TEMPLATES.find(({ id }) => id === event.target.value);
            if (template !== undefined)
              sandbox.open(
                { layout: { ...template.layout, ruleset }, actions: [] },
                `${template.label}: ${template.about} Undo brings the old board back.`,
              );
          }}
        >
          <option value="">Open …</option>
          {TEMPLATES.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="label-word">Rules</span>{' '}
        <select
          value={ruleset}
          onChange={(event) => sandbox.setRuleset(event.target.value === 'guide' ? 'guide' : 'hcp')}
        >
          <option value="hcp">HCP Terraform today</option>
          <option value="guide">Study guide</option>
        </select>
      </label>
      <button type="button" className="button" onClick={sandbox.undo} disabled={state.past.length === 0}>
        Undo
      </button>
      <button type="button" className="button" onClick={sandbox.redo} disabled={state.future.length === 0}>
        Redo
      </button>
      <button
        type="button"
        className="button"
        onClick={sandbox.clearRuns}
        disabled={state.scenario.actions.length === 0}
      >
        Clear runs
      </button>
      <button type="button" className="button" onClick={share}>
        Share
      </button>
      <button type="button" className="button wide-only" onClick={openKeys}>
        Keys
      </button>
      {link !== null && (
        <label className="share">
          Link <input readOnly value={link} onFocus={(event) => event.target.select()} />
          <button type="button" className="button quiet" onClick={() => setLink(null)}>
            Close
          </button>
        </label>
      )}
    </div>
  );
}
