/** `My board, copy` → `my-board-copy`. */
export const fileName = (board: string): string =>
  board
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'board';
