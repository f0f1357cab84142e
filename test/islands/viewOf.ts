import type { Sandbox } from '#state/board/boardStore.ts';
import { createWhatIfs } from '#state/whatIf/whatIfs.ts';
import { START_AS } from '#islands/workbench/context/useSandbox.ts';

/** What a part of the sandbox sees of the page around it, where nothing is picked and no tab is changed. */
export const viewOf = (sandbox: Sandbox) => ({
  sandbox,
  picking: null,
  pick: () => {},
  startAs: START_AS,
  setStartAs: () => {},
  showTab: () => {},
  whatIfs: createWhatIfs(sandbox),
});
