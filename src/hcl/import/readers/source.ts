import type { Reading } from '../reading.ts';
import { remoteStateOf } from '../../config/remoteStateBlock.ts';
import type { Resource } from '../../config/resource.ts';
import { kindOf, Unknown, type Value } from '../../eval/value.ts';

/** The workspace whose outputs a data source reads; undefined for a state that lies elsewhere, or after a report. */
export function sourceOf(
  reading: Reading,
  instance: Resource,
): { organization: string; name: string } | undefined {
  if (instance.type === 'tfe_outputs') {
    const name = nameIn(reading, instance, 'workspace', null, instance.value('workspace'));
    return name === undefined ? undefined : { organization: reading.organizations.of(instance), name };
  }
  const backend = instance.value('backend');
  if (backend instanceof Unknown) {
    reading.report(
      instance.placeOf('backend'),
      `${instance.address}: the backend cannot be known: ${backend.reason}; what is read of it is left out`,
      kindOf(backend),
    );
    return undefined;
  }
  const state = remoteStateOf(instance);
  if (state === null) return undefined;
  const name = nameIn(reading, instance, 'config', state.prefix, state.name);
  if (name === undefined) return undefined;
  const place = instance.placeOf('config');
  const missing = `${instance.address} does not name it`;
  return { organization: reading.organizations.named(state.organization, place, missing), name };
}

/** A name that cannot be known has a stand-in, so that what is read stays. */
function nameIn(
  reading: Reading,
  instance: Resource,
  field: string,
  prefix: Value,
  value: Value,
): string | undefined {
  const place = instance.placeOf(field);
  if (value === null) {
    reading.report(place, `${instance.address}: the name of the workspace is missing`, 'mistake');
    return undefined;
  }
  const [start, name] = [prefix === null ? '' : reading.names.read(prefix), reading.names.read(value)];
  const open = [start, name].find((part) => part instanceof Unknown);
  if (open === undefined) return `${start}${name}`;
  if (!(open instanceof Unknown)) return undefined;
  const problem = `${instance.address}: the workspace cannot be known: ${open.reason}`;
  if (open.wrong) {
    reading.report(place, problem, kindOf(open));
    return undefined;
  }
  const called = reading.names.standIn(instance, 'tfe_workspace');
  reading.report(place, `${problem}; it is called ${called} in the layout`, 'unknown');
  return called;
}
