import { BOARD_KEY, type KeyValue } from './boardStorage.ts';

/** A text of the HCL editor that is not on the board yet, and the layout beside which it was typed. */
interface HclDraft {
  text: string;
  layout: string;
}
export interface HclDrafts {
  get: () => HclDraft | null;
  keep: (draft: HclDraft) => void;
  clear: () => void;
}

const KEY = `${BOARD_KEY}.hcl-draft`;

/** Keeps what is typed beside the board, so that a text with a mistake in it survives too. */
export function hclDrafts(slot: KeyValue): HclDrafts {
  let draft: HclDraft | null = null;
  try {
    const read: unknown = JSON.parse(slot.getItem(KEY) ?? 'null');
    if (typeof read === 'object' && read !== null && 'text' in read && 'layout' in read) {
      const { text, layout } = read;
      if (typeof text === 'string' && typeof layout === 'string') draft = { text, layout };
    }
  } catch {
    // A draft that cannot be read is none.
  }
  const write = (next: HclDraft | null) => {
    draft = next;
    try {
      slot.setItem(KEY, JSON.stringify(next));
    } catch {
      // The page says already that nothing is kept.
    }
  };
  return {
    get: () => draft,
    keep: write,
    clear: () => {
      if (draft !== null) write(null);
    },
  };
}
