/** Why something could not be loaded, and another try. */
export function LoadFailed({ why, retry }: { why: string; retry: () => void }) {
  return (
    <p role="alert">
      {why}{' '}
      <button type="button" className="button" onClick={retry}>
        Try again
      </button>
    </p>
  );
}
