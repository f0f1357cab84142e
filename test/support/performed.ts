import type { Sandbox } from '#state/board/boardStore.ts';
import type { BoardCommand } from '#state/board/command.ts';
import { describeRefusal } from '#state/board/refusal.ts';

/** Carries out a command. @returns in words why it was not done, or null where it was done or changes nothing */
export function refusalOf(sandbox: Sandbox, command: BoardCommand): string | null {
  const found = sandbox.perform(command);
  return found.ok ? null : describeRefusal(found.refusal).message;
}

/** Carries out a command. @returns whether it was done, and something is different now */
export function changes(sandbox: Sandbox, command: BoardCommand): boolean {
  const found = sandbox.perform(command);
  return found.ok && found.value !== null;
}
