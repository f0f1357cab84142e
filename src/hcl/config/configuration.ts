import type { Declaration, Declarations } from './declarations.ts';
import { evaluate } from '../eval/evaluate.ts';
import type { Scope } from '../eval/scope.ts';
import { expand } from './expand.ts';
import { type Home, homeOf } from './home.ts';
import { lazily } from '../eval/lazy.ts';
import { emptyWatch, type OutputWatch } from './outputs.ts';
import type { ReportHclProblem } from '../syntax/position.ts';
import { remoteStateOf } from './remoteStateBlock.ts';
import type { Configuration, Ids, Resource } from './resource.ts';
import type { Block, Expression } from '../syntax/tree.ts';
import { Lookup, Unknown, type Value, wrong } from '../eval/value.ts';
import { asType } from '../eval/variableType.ts';

export interface HclConfiguration extends Configuration {
  declarations: Declarations;
  scope: Scope;
  instances: (declaration: Declaration) => readonly Resource[];
  home: Home | null;
  outputWatch: OutputWatch;
}

/**
 * Gives names their values over all files of one directory. Nothing is computed before it is asked for.
 * @param group put before ids, so that those of two directories differ
 */
export function configure(
  declarations: Declarations,
  group: string,
  ids: Ids,
  report: ReportHclProblem,
): HclConfiguration {
  const once = lazily();
  const scope: Scope = { local: new Map(), global, budget: { steps: 1_000_000 } };
  const expanded = new Map<Declaration, ReturnType<typeof expand>>();
  const told = new Set<Declaration>();
  const outputWatch = emptyWatch();

  function variable(name: string): Value {
    const block = declarations.variables.get(name);
    const given = declarations.assigned.get(name) ?? block?.attributes.get('default');
    if (given === undefined)
      return block === undefined
        ? wrong(`the files declare no variable ${name}`)
        : new Unknown(`variable ${name} has no default in the files`);
    return once(`var.${name}`, () => {
      const value = evaluate(given.value, scope);
      const type = block?.attributes.get('type')?.value;
      return type === undefined ? value : asType(value, type, (expression) => evaluate(expression, scope));
    });
  }

  function local(name: string): Value {
    const attribute = declarations.locals.get(name);
    if (attribute === undefined) return wrong(`the files declare no local ${name}${commented(name)}`);
    return once(`local.${name}`, () => evaluate(attribute.value, scope));
  }

  function resource(address: string): Value {
    const declaration = declarations.resources.get(address);
    const name = address.split('.').at(-1) ?? '';
    if (declaration === undefined) return wrong(`the files declare no ${address}${commented(name)}`);
    return once(address, () => expansion(declaration).value);
  }

  function commented(name: string): string {
    const quoted = `"${name}"`;
    const at = declarations.comments.find(({ text }) => text.includes(quoted))?.place;
    return at === undefined ? '' : `: it is commented out in ${at.file}:${at.line}`;
  }

  function global(name: string): Value {
    const words = (prefix: string) => new Lookup(name, false, (next) => resource(`${prefix}.${next}`));
    switch (name) {
      case 'var':
        return new Lookup(name, false, variable);
      case 'local':
        return new Lookup(name, false, local);
      case 'data':
      case 'ephemeral':
        return new Lookup(
          name,
          false,
          (type) => new Lookup(type, false, (next) => resource(`data.${type}.${next}`)),
        );
      case 'module':
        return new Lookup(name, false, (module) => new Unknown(`module.${module} is not followed`));
      case 'path':
      case 'terraform':
        return new Unknown(`${name}.… is known only where Terraform runs`);
      case 'each':
      case 'count':
        return wrong(`${name} is used outside of a block with ${name === 'each' ? 'for_each' : 'count'}`);
      default:
        return words(name);
    }
  }

  function expansion(declaration: Declaration) {
    const found = expanded.get(declaration);
    if (found !== undefined) return found;
    const made = expand(declaration, {
      scope,
      once,
      idPrefix: group === '' ? '' : `${group}/`,
      providerOrganization: () => providerOrganization(declaration.block),
      outputWatch,
    });
    expanded.set(declaration, made);
    for (const instance of made.list) ids.set(instance.id, instance);
    return made;
  }

  function providerOrganization(block: Block): Value {
    const reference = block.attributes.get('provider')?.value;
    const alias = reference === undefined ? '' : aliasIn(reference);
    const organization = declarations.providers.get(alias)?.attributes.get('organization')?.value;
    return organization === undefined ? null : evaluate(organization, scope);
  }

  function instances(declaration: Declaration): readonly Resource[] {
    const { list, problem } = expansion(declaration);
    if (problem !== null && !told.has(declaration)) {
      told.add(declaration);
      const { attributes, place } = declaration.block;
      const at = (attributes.get('for_each') ?? attributes.get('count'))?.place ?? place;
      report(at, problem.message, problem.kind);
    }
    return list;
  }

  const types = new Map(
    [...declarations.resources.values()].toReversed().map((d) => [d.type, d.block.place]),
  );
  const ofProvider = [...declarations.resources.values()].find((d) => d.type.startsWith('tfe_'));
  const start = declarations.providers.get('')?.place ?? ofProvider?.block.place;
  const resources = (type: string) =>
    [...declarations.resources.values()].filter((d) => d.type === type).flatMap(instances);
  const home = homeOf(declarations, scope);
  return {
    declarations,
    scope,
    instances,
    types,
    home,
    outputWatch,
    start: start ?? declarations.start,
    homes: () => (home === null ? [] : [{ value: home.organization, place: home.place }]),
    sources: () => [
      ...resources('tfe_outputs').map((r) => ({ value: r.value('organization'), place: r.place })),
      ...resources('terraform_remote_state').map((r) => ({
        value: remoteStateOf(r)?.organization ?? null,
        place: r.place,
      })),
    ],
    resources,
  };
}

function aliasIn(reference: Expression): string {
  return reference.type === 'attribute' ? reference.name : '';
}
