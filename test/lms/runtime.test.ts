import { describe, expect, it } from 'vitest';
import { beginAttempt, findRuntime, type Runtime } from '#lms/runtime.ts';

function fake(answers: Partial<Record<string, unknown>> = {}) {
  const calls: string[] = [];
  const call =
    (name: string) =>
    (...given: string[]) => {
      calls.push([name, ...given].join(' ').trim());
      return answers[[name, ...given].join(' ').trim()] ?? answers[name] ?? 'true';
    };
  const runtime: Runtime = {
    ...{ Initialize: call('Initialize'), Terminate: call('Terminate'), GetValue: call('GetValue') },
    ...{ SetValue: call('SetValue'), Commit: call('Commit') },
  };
  return { runtime, calls };
}

describe('the interface of a learning system', () => {
  const { runtime } = fake();
  const frame = (above: object): Window => above as Window;
  const top = (held: object): object => {
    const self: Record<string, unknown> = { ...held };
    self['parent'] = self;
    return self;
  };

  it('is found in a frame above', () => {
    const between = { parent: top({ API_1484_11: runtime }) };
    expect(findRuntime(frame({ parent: between, opener: null }))).toBe(runtime);
  });

  it('is found above the window that opened this one', () => {
    const opener = { parent: top({ API_1484_11: runtime }) };
    expect(findRuntime(frame({ parent: top({}), opener }))).toBe(runtime);
  });

  it('is null where there is none, where a frame is of another site, and where frames never end', () => {
    expect(findRuntime(frame({ parent: top({}), opener: null }))).toBeNull();
    expect(findRuntime(frame({ parent: top({ API_1484_11: {} }), opener: null }))).toBeNull();
    const foreign = {
      get API_1484_11(): unknown {
        throw new Error('blocked');
      },
    };
    expect(findRuntime(frame({ parent: foreign, opener: null }))).toBeNull();
    const a: Record<string, unknown> = {};
    const b = { parent: a };
    a['parent'] = b;
    expect(findRuntime(frame({ parent: a, opener: null }))).toBeNull();
  });
});

describe('an attempt', () => {
  it('is none where the system refuses to begin', () => {
    expect(beginAttempt(fake({ Initialize: 'false' }).runtime)).toBeNull();
    expect(beginAttempt(fake({ Initialize: true }).runtime)).not.toBeNull();
  });

  it('sets what changed, and again what was refused', () => {
    const { runtime, calls } = fake({ 'SetValue b 1': 'false' });
    const attempt = beginAttempt(runtime);
    const both = [
      ['a', '1'],
      ['b', '1'],
    ] as const;
    expect(attempt?.set(both)).toBe(false);
    expect(attempt?.set(both)).toBe(false);
    expect(calls).toEqual(['Initialize', 'SetValue a 1', 'SetValue b 1', 'SetValue b 1']);
  });

  it('ends once, and is deaf after that', () => {
    const { runtime, calls } = fake();
    const attempt = beginAttempt(runtime);
    attempt?.end();
    attempt?.end();
    expect(attempt?.set([['a', '1']])).toBe(false);
    expect(attempt?.commit()).toBe(false);
    expect(calls).toEqual(['Initialize', 'Terminate']);
  });
});
