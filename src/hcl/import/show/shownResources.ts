import { fromData } from '../../eval/plainData.ts';
import { type LookUp, referenceIn, type ShownModule } from './shownReference.ts';
import type { Value } from '../../eval/value.ts';

/** One resource as `terraform show -json` gives it. */
export interface Shown {
  address: string;
  mode: 'managed' | 'data';
  type: string;
  values: Readonly<Record<string, unknown>>;
  /** By argument, what of its value is known only after the apply; the same shape, with `true` for that. */
  unknown: Readonly<Record<string, unknown>>;
  providerOrganization: Value;
  /**
   * What an argument refers to, where a plan does not know its value yet; null where the argument is not written.
   * @param open how many elements of a list are not known; null where it cannot be told
   */
  referred: (name: string, lookUp: LookUp, open: number | null) => Value;
}

export const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
export const recordsOf = (data: unknown): Readonly<Record<string, unknown>>[] =>
  (Array.isArray(data) ? data : isRecord(data) ? [data] : []).filter(isRecord);

const MOST_MODULES = 50;

/** Every resource of a state or a plan, those of child modules included, in its order. */
export function shownResources(
  values: Readonly<Record<string, unknown>>,
  configuration: Readonly<Record<string, unknown>>,
  changes: unknown = [],
): Shown[] {
  const unknown = new Map(
    recordsOf(changes).map(({ address, change }) => [
      address,
      isRecord(change) && isRecord(change['after_unknown']) ? change['after_unknown'] : {},
    ]),
  );
  const providers = isRecord(configuration['provider_config']) ? configuration['provider_config'] : {};
  const found: Shown[] = [];
  const walk = (module: unknown, around: Omit<ShownModule, 'prefix'>, depth: number): void => {
    if (!isRecord(module) || depth > MOST_MODULES) return;
    const { written } = around;
    const prefix = typeof module['address'] === 'string' ? `${module['address']}.` : '';
    const here: ShownModule = { ...around, prefix };
    const declared = isRecord(written) ? recordsOf(written['resources']) : [];
    for (const resource of recordsOf(module['resources'])) {
      const { address, type, name, mode, index } = resource;
      if (typeof address !== 'string' || typeof type !== 'string') continue;
      const block = declared.find((d) => d['type'] === type && d['name'] === name && d['mode'] === mode);
      const data = isRecord(resource['values']) ? resource['values'] : {};
      found.push({
        address,
        type,
        mode: mode === 'data' ? 'data' : 'managed',
        values: data,
        unknown: unknown.get(address) ?? {},
        providerOrganization: organizationOf(providers, block?.['provider_config_key']),
        referred: (field, lookUp, open) => referenceIn({ block, module: here, index }, field, lookUp, open),
      });
    }
    for (const child of recordsOf(module['child_modules'])) {
      const calls = isRecord(written) && isRecord(written['module_calls']) ? written['module_calls'] : {};
      const [, name = ''] = /(?:^|\.)module\.([^.[\]]+)(?:\[[^\]]*\])?$/.exec(String(child['address'])) ?? [];
      const call = calls[name];
      const inner = isRecord(call) ? { written: call['module'], call: call['expressions'] } : null;
      walk(child, { written: undefined, call: undefined, ...inner, parent: here }, depth + 1);
    }
  };
  walk(values['root_module'], { written: configuration['root_module'], call: undefined, parent: null }, 0);
  return found;
}

function organizationOf(providers: Readonly<Record<string, unknown>>, key: unknown): Value {
  const provider = providers[typeof key === 'string' ? key : 'tfe'];
  const expressions = isRecord(provider) ? provider['expressions'] : undefined;
  const organization = isRecord(expressions) ? expressions['organization'] : undefined;
  return isRecord(organization) ? fromData(organization['constant_value']) : null;
}
