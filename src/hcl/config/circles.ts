import type { Declarations } from './declarations.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';
import { traversalsIn } from '../syntax/traversals.ts';

/**
 * Reports resources that need each other: their ids can be read, but Terraform can make none of them first. Two
 * workspaces that each list the other as a consumer are the usual case.
 */
export function reportCircles(declarations: Declarations, report: ReportHclProblem): void {
  const needs = needsOf(declarations);
  const done = new Set<string>();
  for (const start of declarations.resources.keys()) {
    if (!/^(data\.)?tfe_/.test(start)) continue;
    const circle = circleFrom(start, needs, done);
    const place = declarations.resources.get(start)?.block.place;
    if (circle !== null && place !== undefined)
      report(
        place,
        `${circle.join(' needs ')}: Terraform refuses a circle; move one of the references into a resource of its own, such as tfe_workspace_settings`,
        'mistake',
      );
  }
}

/** Which resources each one refers to, also by way of locals. */
function needsOf({ resources, locals }: Declarations): Map<string, Set<string>> {
  const nodes = new Map([...resources].map(([address, { block }]) => [address, traversalsIn(block)]));
  const place: Position = { file: '', line: 1, column: 1 };
  for (const [name, attribute] of locals)
    nodes.set(
      `local.${name}`,
      traversalsIn({ type: '', labels: [], attributes: new Map([[name, attribute]]), blocks: [], place }),
    );
  return new Map(
    [...nodes].map(([address, traversals]) => [
      address,
      new Set(
        traversals
          .map(({ steps }) => steps.slice(0, steps[0] === 'data' ? 3 : 2).join('.'))
          .filter((target) => nodes.has(target)),
      ),
    ]),
  );
}

/** A way from a resource back to itself, found once for each circle. The search keeps its own stack. */
function circleFrom(
  start: string,
  needs: ReadonlyMap<string, Set<string>>,
  done: Set<string>,
): string[] | null {
  if (done.has(start)) return null;
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const next of needs.get(at) ?? []) {
      if (next === start) {
        const path = [start, at];
        for (let step = at; step !== start; path.push(step)) step = cameFrom.get(step) ?? start;
        for (const member of path) done.add(member);
        return path.reverse().filter((member) => !member.startsWith('local.'));
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  return null;
}
