import type { FindingRule } from './finding.ts';
import { aa05TriggeredRunsWillWait } from './aa-05-triggered-runs-will-wait.ts';
import { cy11RingOfTriggers } from './cy-11-ring-of-triggers.ts';
import { em03LocalDownstream } from './em-03-local-downstream.ts';
import { em04LocalSource } from './em-04-local-source.ts';
import { fi32Diamond } from './fi-32-diamond.ts';
import { rs01UndeclaredOutput } from './rs-01-undeclared-output.ts';
import { rs03ReadWithoutSharing } from './rs-03-read-without-sharing.ts';
import { rs05ReadAcrossOrganizations } from './rs-05-read-across-organizations.ts';
import { rs10SharedWithOrganization } from './rs-10-shared-with-organization.ts';
import { rs13TokenWithoutAccess } from './rs-13-token-without-access.ts';
import { rs26ReadWithoutTrigger } from './rs-26-read-without-trigger.ts';
import { rt03TooManySources } from './rt-03-too-many-sources.ts';
import { rt05RefusedTrigger } from './rt-05-refused-trigger.ts';
import { rt20TriggerWithoutRead } from './rt-20-trigger-without-read.ts';
import { rt22OwnTrigger } from './rt-22-own-trigger.ts';
import { vs07OverriddenByPriority } from './vs-07-overridden-by-priority.ts';
import { vs12CredentialNotSensitive } from './vs-12-credential-not-sensitive.ts';
import { vs13CredentialThroughOutput } from './vs-13-credential-through-output.ts';

/** Every kind of finding, in the order in which `check` reports them. */
export const FINDING_RULES: readonly FindingRule[] = [
  rs03ReadWithoutSharing,
  rs05ReadAcrossOrganizations,
  rs13TokenWithoutAccess,
  rs01UndeclaredOutput,
  rs26ReadWithoutTrigger,
  rt20TriggerWithoutRead,
  rs10SharedWithOrganization,
  vs13CredentialThroughOutput,
  vs12CredentialNotSensitive,
  em03LocalDownstream,
  em04LocalSource,
  aa05TriggeredRunsWillWait,
  fi32Diamond,
  rt03TooManySources,
  vs07OverriddenByPriority,
  rt05RefusedTrigger,
  rt22OwnTrigger,
  cy11RingOfTriggers,
];
