import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunStatus } from '#model/scenario/run.ts';
import { cases, parsed, type RawScenario } from '../arbitraries/scenario.ts';

import { board, TIMEOUT, run, always, final } from './history.ts';

describe('independence', () => {
  it('adding an unrelated workspace changes nothing else', TIMEOUT, () => {
    fc.assert(
      fc.property(board, fc.nat(), (raw, where) => {
        const workspaces = raw.layout['workspaces'] as Record<string, unknown>[];
        const at = where % (workspaces.length + 1);
        const extra = { name: 'unrelated', organization: 'org0', auto_apply: true };
        const more: RawScenario = {
          ...raw,
          layout: { ...raw.layout, workspaces: [...workspaces.slice(0, at), extra, ...workspaces.slice(at)] },
        };
        expect(JSON.stringify(run(parsed(more)))).toBe(JSON.stringify(run(parsed(raw))));
      }),
      cases(),
    );
  });

  it('AC 34: the same input gives the same bytes, in whatever order its keys stand', TIMEOUT, () => {
    const shuffled = (value: unknown, seed: number): unknown => {
      if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, seed)] as const);
      const turn = entries.length === 0 ? 0 : seed % entries.length;
      const turned = [...entries.slice(turn), ...entries.slice(0, turn)];
      return Object.fromEntries(seed % 2 === 0 ? turned : turned.reverse());
    };
    fc.assert(
      fc.property(board, fc.nat(), (raw, seed) => {
        const first = JSON.stringify(run(parsed(raw)));
        expect(JSON.stringify(run(parsed(raw)))).toBe(first);
        expect(JSON.stringify(run(parsed(shuffled(raw, seed) as RawScenario)))).toBe(first);
      }),
      cases(),
    );
  });

  it('a parsed scenario survives JSON and is not changed by the simulation', TIMEOUT, () => {
    fc.assert(
      fc.property(board, (raw) => {
        const scenario = parsed(raw);
        const text = JSON.stringify(scenario);
        const first = run(scenario);
        expect(JSON.stringify(scenario)).toBe(text);
        expect(run(JSON.parse(text))).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      cases(),
    );
  });

  it('lists of actions that agree up to a time give logs that agree before it', TIMEOUT, () => {
    fc.assert(
      fc.property(board, fc.nat(), (raw, pick) => {
        const whole = parsed(raw);
        const cut = pick % (whole.actions.length + 1);
        const whole_ = run(whole).log;
        const part = run({ ...whole, actions: whole.actions.slice(0, cut) }).log;
        const end = whole_.findIndex((entry) => entry.kind === 'action' && entry.action === cut);
        expect(whole_.slice(0, end < 0 ? whole_.length : end)).toEqual(
          part.slice(0, end < 0 ? part.length : end),
        );
        const at = end < 0 ? undefined : whole_[end]?.at;
        if (at !== undefined) expect(part.filter((e) => e.at < at)).toEqual(whole_.filter((e) => e.at < at));
      }),
      cases(),
    );
  });
});

/** What may follow each status in one run; the statuses of a stage that a run lacks are left out. */
const CHECKS: RunStatus[] = ['post_plan_running', 'cost_estimating', 'policy_checking'];
const DECIDED: RunStatus[] = ['planned_and_finished', 'planned_and_saved', 'confirmed', 'discarded'];
const NEXT: Record<RunStatus, RunStatus[]> = {
  pending: ['pre_plan_running', 'planning', 'discarded'],
  pre_plan_running: ['pre_plan_completed', 'errored', 'canceled'],
  pre_plan_completed: ['planning'],
  planning: ['planned', 'errored', 'canceled', 'discarded'],
  planned: [...CHECKS, ...DECIDED],
  post_plan_running: ['post_plan_completed', 'errored', 'canceled', 'discarded'],
  post_plan_completed: ['cost_estimating', 'policy_checking', ...DECIDED],
  cost_estimating: ['cost_estimated', 'discarded'],
  cost_estimated: ['policy_checking', ...DECIDED],
  policy_checking: ['policy_checked', 'policy_override', 'policy_soft_failed', 'errored', 'discarded'],
  policy_override: ['policy_checked', 'discarded'],
  policy_checked: ['cost_estimating', 'policy_checking', ...DECIDED],
  planned_and_saved: ['confirmed', 'discarded'],
  confirmed: ['pre_apply_running', 'applying', 'discarded'],
  pre_apply_running: ['pre_apply_completed', 'errored', 'canceled'],
  pre_apply_completed: ['applying'],
  applying: ['post_apply_running', 'applied', 'errored', 'canceled'],
  post_apply_running: ['post_apply_completed', 'canceled'],
  post_apply_completed: ['applied'],
  applied: [],
  planned_and_finished: [],
  policy_soft_failed: [],
  discarded: [],
  errored: [],
  canceled: [],
};
const WAITS_IN: Record<string, RunStatus[]> = {
  confirmation: ['planned', 'post_plan_completed', 'cost_estimated', 'policy_checked', 'planned_and_saved'],
  policy_override: ['policy_override'],
  unlock: ['pending'],
  earlier_run: ['pending'],
};

describe('every run', () => {
  always('moves only as the contract lets it', ({ result }) => {
    for (const r of result.runs) {
      expect(r.statuses[0]?.status).toBe('pending');
      expect(r.statuses.at(-1)?.status).toBe(r.status);
      for (let i = 1; i < r.statuses.length; i++) {
        const [from, to] = [r.statuses[i - 1], r.statuses[i]];
        if (from === undefined || to === undefined) continue;
        expect(NEXT[from.status], `${r.id} after ${from.status}`).toContain(to.status);
        expect(to.at).toBeGreaterThanOrEqual(from.at);
      }
    }
  });

  always('has ended or waits for something named when all is quiet', ({ result }) => {
    for (const r of result.runs) {
      expect(final(r.status)).toBe(r.waiting_for === null);
      if (r.waiting_for !== null) expect(WAITS_IN[r.waiting_for]).toContain(r.status);
    }
  });

  always('names a rule exactly where it was not applied', ({ result }) => {
    for (const r of result.runs) {
      if (r.status === 'applied') expect(r.rule).toBeNull();
      else expect(r.rule).toMatch(/^[A-Z]+-\d\d$/);
    }
  });

  always('is in the log as in the result, in the order of time', ({ log, result }, { actions }) => {
    for (const r of result.runs) {
      const lines = log.filter((e) => e.kind === 'status' && e.run === r.id);
      expect(lines.map((e) => ({ status: e.kind === 'status' && e.status, at: e.at }))).toEqual(r.statuses);
    }
    for (let i = 1; i < log.length; i++) expect(log[i]?.at).toBeGreaterThanOrEqual(log[i - 1]?.at ?? 0);
    const rejected = log.flatMap((e) =>
      e.kind === 'rejected' ? [{ action: e.action, rule: e.rule, message: e.message }] : [],
    );
    expect(rejected).toEqual(result.rejections);
    expect(log.filter((e) => e.kind === 'action').length).toBe(actions.length);
    const last = Math.max(
      0,
      ...log.filter((e) => e.kind === 'action' || e.kind === 'status').map((e) => e.at),
    );
    expect(result.ended_at).toBe(last);
  });

  always('in a random board the simulation ends, with every refusal and every gap in words', ({ result }) => {
    for (const row of [...result.rejections, ...result.not_queued]) {
      expect(row.rule).toMatch(/^[A-Z]+-\d\d$/);
      expect(row.message.length).toBeGreaterThan(10);
    }
  });
});
