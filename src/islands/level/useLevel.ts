import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { mainRuleOf } from '#engine/query/describeRules.ts';
import type { Level } from '#model/level/level.ts';
import type { HelpState } from '#state/level/levelHelp.ts';

/** Addresses that the page knows. */
export interface LevelLinks {
  map: string;
  sandbox: string;
  /** The rule book; the page of a fact is its ID in small letters. */
  rules: string;
  next: { href: string; title: string } | null;
}

export interface LevelView {
  level: Level;
  links: LevelLinks;
  help: StoreApi<HelpState>;
  /** How many rungs of the ladder of hints are open for the board as it is. */
  rung: number;
  nextHint: () => void;
  check: () => void;
}
export const LevelContext = createContext<LevelView | null>(null);

export function useLevel(): LevelView & { helped: HelpState } {
  const view = useContext(LevelContext);
  if (view === null) throw new Error('useLevel outside of a level');
  return { ...view, helped: useStore(view.help) };
}

/** The page of a rule, where the rule book has one for the fact. */
export const rulePage = ({ rules }: LevelLinks, fact: string): string | null =>
  mainRuleOf(fact) === undefined ? null : `${rules}${fact.toLowerCase()}/`;
