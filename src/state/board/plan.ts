import { isEdit } from '#model/edits/index.ts';
import type { PlanningBoard, Planned } from './boardChange.ts';
import { type BoardCommand, isRunCommand } from './command.ts';
import { describeCommand } from './describeCommand.ts';
import { notOffered } from './offer.ts';
import { planAction } from './planAction.ts';
import { planEdit } from './planEdit.ts';
import { planStructure } from './planStructure.ts';
import { planWhole } from './planWhole.ts';
import { isStructure } from './structure/structure.ts';

/** What a command would come to on this board, or why it's refused. Nothing is changed by asking. */
export function plan(board: PlanningBoard, command: BoardCommand): Planned {
  if (isStructure(command)) return planStructure(board, command);
  if (isEdit(command)) return planEdit(board, command);
  if (!isRunCommand(command)) return planWhole(board, command);
  const refusal = notOffered(board, command);
  return refusal === null ? planAction(board, command, describeCommand(command)) : { ok: false, refusal };
}
