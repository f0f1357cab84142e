import type { Workspace } from './layout.ts';
import { short } from './vocabulary.ts';

/** What the vendor's screen calls a setting; the rest is the app's own, under Simulated. */
const NAMES: Readonly<Record<string, string>> = {
  auto_apply: 'Auto-apply',
  auto_apply_run_trigger: 'Auto-apply run triggers',
  execution_mode: 'Execution Mode',
  global_remote_state: 'Share with all workspaces',
  has_configuration: 'a configuration version',
  plan: 'what its plan finds',
  apply: 'how its apply ends',
  tfe_token_team: 'the team of its tfe token',
  cost_estimation: 'Cost Estimation',
};
/** Some fields of a workspace. */
type Settings = { readonly [Field in keyof Workspace]?: Workspace[Field] | undefined };

/** What each value of a simulated setting means. */
const VALUES: Readonly<Record<string, string>> = {
  changes: 'changes',
  no_changes: 'no changes',
  errors: 'an error',
  auto: 'changes only where something that it reads is new',
  succeeds: 'success',
};
const ON_SCREEN = new Set(['auto_apply', 'auto_apply_run_trigger', 'execution_mode', 'global_remote_state']);

/** A setting as it is named: first the word on the screen, then the attribute. */
export const settingName = (field: string): string => {
  const name = NAMES[field] ?? field.replaceAll('_', ' ');
  return ON_SCREEN.has(field) ? `${name} (${field})` : name;
};

const valueWords = (value: unknown): string =>
  typeof value === 'string' ? (VALUES[value] ?? value) : String(value);

/** What a setting is, in words. */
export const settingValue = (value: unknown): string =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : value === null
        ? 'not set'
        : typeof value === 'object'
          ? JSON.stringify(value)
          : valueWords(value);

/** Fields of one workspace that get a value, as an instruction. Another organization's workspace is named in full. */
export function settingWords(workspace: string, settings: Settings): string {
  const [organization] = workspace.split('/');
  const named = (id: string) => (id.startsWith(`${organization}/`) ? short(id) : id);
  const phrases: string[] = [];
  for (const [field, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    phrases.push(phraseOf(field, settings, value, named));
  }
  return phrases.join(', ');
}

function phraseOf(
  field: string,
  { reads, run_tasks, variables, remote_state_consumer_ids, policies }: Settings,
  value: unknown,
  named: (id: string) => string,
): string {
  switch (field) {
    case 'reads':
      return reads === undefined || reads.length === 0
        ? 'read nothing from elsewhere'
        : `read ${reads.map((r) => `${r.output} of ${named(r.workspace)} through ${r.via}`).join(' and ')}`;
    case 'run_tasks':
      return run_tasks === undefined || run_tasks.length === 0
        ? 'remove every run task'
        : `run ${run_tasks.map((t) => `task ${t.name} at ${t.stage}, ${t.enforcement_level}`).join(' and ')}`;
    case 'variables':
      return variables === undefined || variables.length === 0
        ? 'remove every variable'
        : `set ${variables.map((v) => `${v.key} to ${v.sensitive ? 'a sensitive value' : v.value}`).join(' and ')}`;
    case 'remote_state_consumer_ids':
      return remote_state_consumer_ids === undefined || remote_state_consumer_ids.length === 0
        ? 'share the state with no single workspace'
        : `share the state with ${remote_state_consumer_ids.map(named).join(' and ')}`;
    case 'policies':
      return policies === undefined || policies.length === 0
        ? 'take every policy away'
        : `have ${policies.map((p) => `policy ${p.name} ${p.passes ? 'pass' : 'fail'}, ${p.enforcement_level}`).join(' and ')}`;
    case 'has_configuration':
      return value === true ? 'add a configuration version' : 'have no configuration version';
    case 'plan':
      return `let the plan find ${valueWords(value)}`;
    case 'apply':
      return `let the apply end with ${valueWords(value)}`;
    default:
      if (typeof value === 'boolean') return `turn ${settingName(field)} ${value ? 'on' : 'off'}`;
      if (value === null) return `clear ${settingName(field)}`;
      return `set ${settingName(field)} to ${typeof value === 'object' ? JSON.stringify(value) : valueWords(value)}`;
  }
}
