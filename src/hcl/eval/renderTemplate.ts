import { evaluate, type Scope, within } from './evaluate.ts';
import { pairsOf } from './evaluateFor.ts';
import type { TemplatePart } from '../syntax/tree.ts';
import { toBool, toText, Unknown, type Value } from './value.ts';

/** A template's value. One that is a single `${…}` is what stands in it, be it a text or not. */
export function renderTemplate(parts: readonly TemplatePart[], scope: Scope): Value {
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'value') return evaluate(only.value, scope);
  return render(parts, scope);
}

function render(parts: readonly TemplatePart[], scope: Scope): string | Unknown {
  let made = '';
  for (const part of parts) {
    const text = renderPart(part, scope);
    if (text instanceof Unknown) return new Unknown(text.reason, text.wrong, made + (text.start ?? ''));
    made += text;
  }
  return made;
}

function renderPart(part: TemplatePart, scope: Scope): string | Unknown {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'value':
      return toText(evaluate(part.value, scope));
    case 'if': {
      const condition = toBool(evaluate(part.condition, scope));
      if (condition instanceof Unknown) return condition;
      return render(condition ? part.yes : part.no, scope);
    }
    case 'for': {
      const pairs = pairsOf(evaluate(part.over, scope));
      if (pairs instanceof Unknown) return pairs;
      let made = '';
      for (const [key, value] of pairs) {
        const names: [string, Value][] = [[part.valueName, value]];
        if (part.keyName !== null) names.push([part.keyName, key]);
        const text = render(part.body, within(scope, names));
        if (text instanceof Unknown) return text;
        made += text;
      }
      return made;
    }
  }
}
