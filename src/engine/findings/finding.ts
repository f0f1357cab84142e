import type { Layout, Workspace } from '#model/layout/layout.ts';

const SEVERITIES = ['error', 'warning', 'information'] as const;
type Severity = (typeof SEVERITIES)[number];

/** One thing worth knowing about a layout, before anything runs. */
export interface Finding {
  /** A fact ID. */
  rule: string;
  /** error: it will fail or be refused; warning: it works, with a risk; information: it may be meant. */
  severity: Severity;
  /** `organization/name` of every workspace concerned. */
  workspaces: string[];
  message: string;
  fix: string;
}

/** A layout, with answers to what several findings ask about it. */
export interface LayoutIndex {
  layout: Layout;
  byId: ReadonlyMap<string, Workspace>;
  /** Whether a chain of triggers, one or more, leads from one workspace to another. */
  leadsTo(from: string, to: string): boolean;
  /** Sources of a workspace, each once. */
  sourcesOf(workspace: string): readonly string[];
}

/** One kind of finding: data and one function, like a rule. */
export interface FindingRule {
  /** The name of its file. */
  id: string;
  fact: string;
  severity: Severity;
  title: string;
  find(index: LayoutIndex): Omit<Finding, 'rule' | 'severity'>[];
}
