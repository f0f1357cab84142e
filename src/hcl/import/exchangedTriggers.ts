import type { Layout, RunTrigger } from '#model/layout/layout.ts';
import type { HclParser } from '../syntax/hclParser.ts';
import type { Note } from '../syntax/position.ts';
import { type SourceBlock, sourceOutline } from '../syntax/sourceOutline.ts';

const bare = (id: string): string => id.slice(id.indexOf('/') + 1);
const same = (a: RunTrigger, b: RunTrigger) => a.sourceable === b.sourceable && a.workspace === b.workspace;
const turned = ({ sourceable, workspace }: RunTrigger): RunTrigger => ({
  sourceable: workspace,
  workspace: sourceable,
});

/**
 * Run triggers whose two ends changed places (RT-02: `workspace_id` gets the run, `sourceable_id` starts it). Said only
 * where it is certain: the trigger was the other way round before, or its own label says the other way round.
 * @param before what the board was when this editing began
 */
export function exchangedTriggers(before: Layout, after: Layout, text: string, parser: HclParser): Note[] {
  const has = (layout: Layout, trigger: RunTrigger) => layout.run_triggers.some((t) => same(t, trigger));
  const outline = sourceOutline(parser, text);
  const blocks = (outline?.blocks ?? []).filter(
    (b) => b.type === 'resource' && b.labels[0] === 'tfe_run_trigger',
  );
  return after.run_triggers.flatMap((trigger, i) => {
    const block = blocks.length === after.run_triggers.length ? blocks[i] : undefined;
    const [from, to] = [bare(trigger.sourceable), bare(trigger.workspace)];
    const direction = `Now ${from} triggers ${to}: sourceable_id is the workspace whose apply starts a run, workspace_id the one that gets it.`;
    const place = { file: '', line: block?.line ?? 1, column: 1 };
    if (!has(before, trigger) && has(before, turned(trigger)) && !has(after, turned(trigger)))
      return [{ ...place, message: `workspace_id and sourceable_id changed places. ${direction}` }];
    if (block !== undefined && !has(before, trigger) && labelSays(block, to, from))
      return [
        {
          ...place,
          message: `workspace_id and sourceable_id look exchanged: the label says ${block.labels[1]}. ${direction}`,
        },
      ];
    return [];
  });
}

const words = (name: string): string => name.replaceAll('-', '_').toLowerCase();
const labelSays = ({ labels }: SourceBlock, from: string, to: string): boolean =>
  words(labels[1] ?? '') === `${words(from)}_to_${words(to)}`;
