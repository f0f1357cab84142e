import { emptyDraft } from '../layoutDraft.ts';
import { finishLayout } from '../finish.ts';
import type { ImportedLayout } from '../importLayout.ts';
import { inOrder } from '../../syntax/problemOrder.ts';
import { layoutNamesOf } from '../layoutNames.ts';
import { organizationsOf } from '../organizations.ts';
import { isSource } from '../../config/outputs.ts';
import type { HclProblem, Position, ReportHclProblem } from '../../syntax/position.ts';
import { readEach, readForAll } from '../readAll.ts';
import type { Reading } from '../reading.ts';
import type { Ids } from '../../config/resource.ts';
import { reportUnknownTypes, TIED_TO_ORGANIZATION } from '../../config/resourceTypes.ts';
import { showConfiguration } from './showConfiguration.ts';

/**
 * Reads the JSON of `terraform show -json`, of a state or of a plan, as a layout. Modules are followed, since the JSON
 * holds what is in them. It says nothing about what a configuration reads from other workspaces.
 * @param json parsed already; its lines are lost, so problems are put on line 1 and name the resource
 */
export function importShowJson(json: unknown, name: string): ImportedLayout {
  const problems: HclProblem[] = [];
  const start: Position = { file: name, line: 1, column: 1 };
  const report: ReportHclProblem = (place, message, kind) => {
    const resource = addresses.get(place);
    problems.push({ ...start, message: resource === undefined ? message : `${resource}: ${message}`, kind });
  };
  const ids: Ids = new Map();
  const shown = showConfiguration(json, name, ids);
  const addresses = shown?.addresses ?? new Map<Position, string>();
  if (shown === null) {
    report(
      start,
      'is not the JSON of terraform show -json: it has neither values nor planned_values',
      'syntax',
    );
    return { layout: null, problems };
  }
  const draft = emptyDraft();
  const configurations = [shown.configuration];
  const names = layoutNamesOf(configurations, ids, report);
  const organizations = organizationsOf(draft, configurations, TIED_TO_ORGANIZATION, names, report);
  const settled: Reading['settled'] = new Set();
  const ownMode: Reading['ownMode'] = new Set();
  const reading: Reading = { draft, configurations, ids, names, organizations, settled, ownMode, report };
  readEach(reading);
  readForAll(reading);
  reportUnknownTypes(shown.configuration, report);
  const source = [...shown.configuration.types].find(([type]) => isSource(type));
  if (source !== undefined)
    report(
      source[1],
      'which outputs the configuration reads is not taken from JSON: import its files instead to have them in the layout',
      'ignored',
    );
  const layout = finishLayout(draft, start, report);
  if (layout === null && problems.length === 0)
    report(start, 'nothing of a layout is in this file: it has no resource of the tfe provider', 'ignored');
  return { layout, problems: inOrder(problems, [{ name }]) };
}
