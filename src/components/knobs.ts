import type { Knob } from '#islands/figure/Figure.tsx';
import { idOf, type Layout } from '#model/layout.ts';

const FIELDS = [
  'auto_apply',
  'auto_apply_run_trigger',
  'global_remote_state',
  'locked',
  'has_configuration',
] as const;

/** `platform.auto_apply` → the switch of a figure; what names no switch stops the build. */
export function resolveKnobs(layout: Layout, knobs: readonly string[]): Knob[] {
  return knobs.map((knob) => {
    const [name, written] = knob.split('.');
    const workspace = layout.workspaces.find((w) => w.name === name);
    const field = FIELDS.find((f) => f === written);
    if (workspace === undefined || field === undefined) {
      throw new Error(`knob ${knob}: must be WORKSPACE.FIELD with one of ${FIELDS.join(', ')}`);
    }
    return { workspace: idOf(workspace), name: workspace.name, field };
  });
}
