import { nearest } from '#model/parse/nearest.ts';
import type { Declarations } from '../config/declarations.ts';
import { READ_ARGUMENTS } from '../keep/keptParts.ts';
import type { ReportHclProblem } from '../syntax/position.ts';
import { READ_TYPES } from '../config/resourceTypes.ts';

/**
 * Reports arguments that are nearly called as one that is read: what they say would be missing without a word. Most other
 * arguments of the provider have no place in a layout, and nothing is said of them.
 */
export function reportMisspelled({ resources }: Declarations, report: ReportHclProblem): void {
  for (const { mode, type, block } of resources.values()) {
    if (mode !== 'managed' || !READ_TYPES.includes(type)) continue;
    const permissions = block.blocks.filter((inner) => inner.type === 'permissions');
    for (const { attributes } of [block, ...permissions])
      for (const { name, place } of attributes.values()) {
        const near = READ_ARGUMENTS.includes(name) ? null : nearest(name, READ_ARGUMENTS);
        if (near !== null)
          report(place, `${name} is not known here, did you mean ${near}?; it is left out`, 'unknown');
      }
  }
}
