/** Gives every part of a layout a label that Terraform accepts and that no other resource of its type has. */
export function labels(): (type: string, name: string, organization: string) => string {
  const taken = new Set<string>();
  const free = (type: string, label: string): boolean => {
    const id = `${type}.${label}`;
    if (taken.has(id)) return false;
    taken.add(id);
    return true;
  };
  return (type, name, organization) => {
    const label = identifier(name);
    if (free(type, label)) return label;
    const longer = identifier(`${organization}_${name}`);
    if (free(type, longer)) return longer;
    for (let n = 2; ; n++) if (free(type, `${label}_${n}`)) return `${label}_${n}`;
  };
}

function identifier(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
  if (plain === '') return 'this';
  return /^[0-9]/.test(plain) ? `_${plain}` : plain;
}
