/** While a practice board is drawn and proven: in the page from the start, so that nothing is waited for to read it. */
export const Drawing = () => (
  <div className="coming">
    <h2>Mend the board</h2>
    <p>
      One to three things are wrong on it, and exactly one smallest set of changes mends them. Read what
      should happen, run the board, find where the chain stops and why, change as little as you can, and press
      Check. The same number always gives the same board.
    </p>
    <p role="status">The board is being drawn.</p>
  </div>
);
