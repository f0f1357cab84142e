import type { ReactNode } from 'react';

/** A setting as the product's pages show it: its name, the attribute that HCL has for it, its default, its rule. */
export function Field({
  label,
  attribute,
  standard,
  fact,
  about,
  children,
}: {
  label: string;
  attribute: string;
  /** What it is where nobody sets it. */
  standard: string;
  /** The fact it rests on; the simulation's own settings have none. */
  fact?: string;
  about?: string;
  children: ReactNode;
}) {
  return (
    <div className="field">
      {/** biome-ignore lint/a11y/noLabelWithoutControl: the control is passed in as a child */}
      <label>
        <span className="field-label">{label}</span>
        {children}
      </label>
      <p className="field-notes">
        <code>{attribute}</code> <span>default {standard}</span>
        {fact !== undefined && <code className="fact">{fact}</code>}
      </p>
      {about !== undefined && <p>{about}</p>}
    </div>
  );
}

/** One page of settings. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="settings-page" open>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}
