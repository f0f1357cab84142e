import type { DecisionVerdict } from '#engine/explain/explain.ts';

/** The conditions that were looked at, those that failed first; a group can be unfolded. */
export function VerdictTree({ verdict }: { verdict: DecisionVerdict }) {
  if (verdict.op === 'condition')
    return (
      <li data-ok={verdict.ok}>
        {verdict.ok ? 'holds: ' : 'fails: '}
        {verdict.label} <code>{verdict.fact}</code>
      </li>
    );
  const sorted = [...verdict.of].sort((a, b) => Number(a.ok) - Number(b.ok));
  return (
    <li data-ok={verdict.ok}>
      <details>
        <summary>
          {verdict.ok ? 'holds: ' : 'fails: '}
          {verdict.label}
        </summary>
        <ul>
          {sorted.map((child) => (
            <VerdictTree key={child.label} verdict={child} />
          ))}
        </ul>
      </details>
    </li>
  );
}
