/** Keys and what they do, as both dialogs of keys show them. */
export function KeyList({
  rows,
}: {
  rows: readonly (readonly [key: string, does: string, ...rest: unknown[]])[];
}) {
  return (
    <dl>
      {rows.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
