import type { GoalKind, LeafKind } from '../goal.ts';
import { allowedGoal } from './allowed.ts';
import { appliedWith } from './applied_with.ts';
import { before } from './before.ts';
import { count } from './count.ts';
import { fresh } from './fresh.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { quiet } from './quiet.ts';
import { refused } from './refused.ts';
import { setting } from './setting.ts';
import { shares } from './shares.ts';
import { status } from './status.ts';
import { trigger } from './trigger.ts';
import { variable } from './variable.ts';
import { waiting } from './waiting.ts';

/** Every kind of check that a goal can make. */
export const GOALS: { readonly [K in LeafKind]: GoalKind<K> } = {
  status,
  waiting,
  count,
  fresh,
  setting,
  trigger,
  shares,
  allowed: allowedGoal,
  policy,
  variable,
  applied_with: appliedWith,
  refused,
  people,
  before,
  quiet,
};
