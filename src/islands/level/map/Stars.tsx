/** Stars as signs and in words. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span className="stars" role="img" aria-label={`${stars} of 3 stars`}>
      {[1, 2, 3].map((n) => (n <= stars ? '★' : '☆'))}
    </span>
  );
}
