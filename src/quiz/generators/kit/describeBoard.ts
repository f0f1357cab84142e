import { code } from '#model/layout/phrases.ts';
import { short } from '#model/layout/vocabulary.ts';
import type { Action } from '#model/scenario/action.ts';
import type { SimulationResult } from '#model/scenario/result.ts';

/** `acme/app` → `` `app` `` */
export const codeName = (id: string): string => code(short(id));
/** The id of an option: lower-case words joined by hyphens. */
export const slugOf = (...parts: readonly string[]): string =>
  parts
    .map((part) => short(part))
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence of the simulator, with the workspaces of its runs instead of their numbers. */
export function inWords(text: string, result: SimulationResult): string {
  const plain = text
    .replace(/(run-\d+) in [\w-]+/g, '$1')
    .replace(/run-\d+/g, (id) => {
      const run = result.runs.find((r) => r.id === id);
      return run === undefined ? 'the run' : `the run of ${codeName(run.workspace)}`;
    })
    // The simulator's results keep their old wording, which other programs may compare.
    .replace('heard no apply', 'gets no run')
    // Names that a sentence starts with keep their spelling.
    .replace(/^([\w-]+)(?= (?:is|has|was|of|reads|names|requires) )/, (word) =>
      /^(the|Policy|Nothing)$/i.test(word) ? word : code(word),
    );
  return capital(plain);
}

const KIND: Readonly<Record<string, string>> = {
  standard: 'a run',
  plan_only: 'a plan-only run',
  save_plan: 'a saved-plan run',
  refresh_only: 'a refresh-only run',
  destroy: 'a destroy run',
  allow_empty_apply: 'an empty-apply run',
};

/** What is typed for the kinds of runs that `terraform apply` alone does not start. */
const COMMAND: Readonly<Record<string, string>> = {
  plan_only: 'terraform plan',
  save_plan: 'terraform plan -out=tfplan',
  refresh_only: 'terraform apply -refresh-only',
  destroy: 'terraform destroy',
};

function starting(action: Extract<Action, { type: 'start_run' }>): string {
  const kind = KIND[action.mode] ?? 'a run';
  const of = `of ${codeName(action.workspace)}`;
  switch (action.source) {
    case 'vcs':
      return `A commit starts ${kind} ${of}`;
    case 'tfe-api':
      return `A script starts ${kind} ${of} through the API`;
    case 'cli': {
      const command = COMMAND[action.mode] ?? 'terraform apply';
      return `Somebody starts ${kind} ${of} with ${code(command + (action.auto_approve ? ' -auto-approve' : ''))}`;
    }
    default:
      return `Somebody starts ${kind} ${of} in the UI`;
  }
}

const DONE: Readonly<Record<string, string>> = {
  confirm: 'is confirmed',
  discard: 'is discarded',
  cancel: 'is canceled',
};

/** What is done on the board, as sentences; workspaces as code. */
export const actionsText = (actions: readonly Action[]): string =>
  actions.map((action, i) => `${doing(action, i === 0)}.`).join(' ');

function doing(action: Action, first: boolean): string {
  const then = (text: string): string => capital(first ? text : `then ${text}`);
  switch (action.type) {
    case 'start_run': {
      const text = starting(action);
      return first ? text : `Once everything has settled, ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    }
    case 'confirm':
    case 'discard':
    case 'cancel':
      return then(`the run of ${codeName(action.workspace ?? '')} ${DONE[action.type]}`);
    case 'override_policy':
      return then(`an owner overrides the failed policy of ${codeName(action.workspace ?? '')}`);
    case 'create_run_trigger':
      return then(
        `somebody adds ${codeName(action.sourceable)} as a source of ${codeName(action.workspace)}`,
      );
    case 'delete_run_trigger':
      return then(
        `somebody removes ${codeName(action.sourceable)} as a source of ${codeName(action.workspace)}`,
      );
    case 'lock':
    case 'unlock':
      return then(`somebody ${action.type}s ${codeName(action.workspace)}`);
    case 'set':
      return then(`somebody changes settings of ${codeName(action.workspace)}`);
  }
}
