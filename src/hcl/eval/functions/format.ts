import { toJson } from '../plainData.ts';
import { toNumber, toText, Unknown, type Value, wrong } from '../value.ts';

/** `format`: the verbs `%s %q %v %d %t %f %x %b %o %c %e %g` with width, precision, `-`, `0`, `+` and `[n]`. */
export function format(form: string, args: readonly Value[]): Value {
  let next = 0;
  let failed: Unknown | null = null;
  const made = form.replace(
    /%(?:%|([-+0 #]*)(\d*)(?:\.(\d*))?(?:\[(\d+)\])?([a-zA-Z]))/g,
    (found, flags: string, width: string, precision?: string, index?: string, verb?: string) => {
      if (verb === undefined) return '%';
      const at = index === undefined ? next : Number(index) - 1;
      next = at + 1;
      const arg = args[at];
      if (arg === undefined) {
        failed ??= wrong(`there is no argument for ${found}`);
        return '';
      }
      const one = convert(verb, arg, precision === undefined ? null : Number(precision || '0'), flags);
      if (one instanceof Unknown) {
        failed ??= one;
        return '';
      }
      return pad(one, Math.min(Number(width || '0'), 1000), flags);
    },
  );
  if (failed !== null) return failed;
  return next < args.length && !/\[\d+\]/.test(form) ? wrong('there are more arguments than verbs') : made;
}

function convert(verb: string, arg: Value, precision: number | null, flags: string): string | Unknown {
  if (arg instanceof Unknown) return arg;
  const numeric = (show: (n: number) => string): string | Unknown => {
    const number = toNumber(arg);
    if (number instanceof Unknown) return number;
    return flags.includes('+') && number >= 0 ? `+${show(number)}` : show(number);
  };
  const cut = (text: string | Unknown) =>
    text instanceof Unknown || precision === null ? text : [...text].slice(0, precision).join('');
  switch (verb) {
    case 's':
      return cut(toText(arg));
    case 'q': {
      const text = toText(arg);
      return text instanceof Unknown ? text : JSON.stringify(text);
    }
    case 'v':
      return typeof arg === 'string' ? arg : arg === null ? 'null' : toJson(arg);
    case 't':
      return typeof arg === 'boolean' ? String(arg) : wrong('%t needs true or false');
    case 'd':
      return numeric((n) => String(Math.trunc(n)));
    case 'f':
      return numeric((n) => n.toFixed(Math.min(precision ?? 6, 100)));
    case 'x':
      return typeof arg === 'number' ? arg.toString(16) : wrong('%x of a text is not computed here');
    case 'X':
      return numeric((n) => n.toString(16).toUpperCase());
    case 'o':
      return numeric((n) => n.toString(8));
    case 'b':
      return numeric((n) => n.toString(2));
    default:
      return new Unknown(`%${verb} is not computed here`);
  }
}

function pad(text: string, width: number, flags: string): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const [, sign = '', digits = ''] = /^([-+]?)([\s\S]*)$/.exec(text) ?? [];
  return sign + '0'.repeat(missing) + digits;
}
