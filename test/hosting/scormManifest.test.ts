// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { scormManifest } from '#hosting/scormManifest.ts';

/**
 * The rules of the schemas of SCORM 2004, 4th edition, that this manifest is subject to: which elements may stand
 * where, in which order, and which attributes they must and may have. The schemas themselves are not in the repository.
 */
const CP = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const ADLCP = 'http://www.adlnet.org/xsd/adlcp_v1p3';
const SS = 'http://www.imsglobal.org/xsd/imsss';

interface Rule {
  in: string;
  /** Children in their order, with how many of each. */
  children?: [name: string, least: number, most: number][];
  must?: string[];
  may?: string[];
}
const MANY = Number.POSITIVE_INFINITY;
const RULES: Record<string, Rule> = {
  manifest: {
    in: CP,
    children: [
      ['metadata', 1, 1],
      ['organizations', 1, 1],
      ['resources', 1, 1],
    ],
    must: ['identifier'],
    may: ['version'],
  },
  metadata: {
    in: CP,
    children: [
      ['schema', 1, 1],
      ['schemaversion', 1, 1],
    ],
  },
  schema: { in: CP },
  schemaversion: { in: CP },
  organizations: { in: CP, children: [['organization', 1, MANY]], must: ['default'] },
  organization: {
    in: CP,
    children: [
      ['title', 1, 1],
      ['item', 1, MANY],
    ],
    must: ['identifier'],
  },
  item: {
    in: CP,
    children: [
      ['title', 1, 1],
      ['adlcp:completionThreshold', 0, 1],
      ['imsss:sequencing', 0, 1],
    ],
    must: ['identifier'],
    may: ['identifierref'],
  },
  title: { in: CP },
  completionThreshold: { in: ADLCP, may: ['completedByMeasure', 'minProgressMeasure', 'progressWeight'] },
  sequencing: {
    in: SS,
    children: [
      ['imsss:objectives', 0, 1],
      ['imsss:deliveryControls', 0, 1],
    ],
  },
  objectives: { in: SS, children: [['imsss:primaryObjective', 1, 1]] },
  primaryObjective: {
    in: SS,
    children: [['imsss:minNormalizedMeasure', 0, 1]],
    must: ['objectiveID'],
    may: ['satisfiedByMeasure'],
  },
  minNormalizedMeasure: { in: SS },
  deliveryControls: { in: SS, may: ['tracked', 'completionSetByContent', 'objectiveSetByContent'] },
  resources: { in: CP, children: [['resource', 1, MANY]] },
  resource: {
    in: CP,
    children: [['file', 1, MANY]],
    must: ['identifier', 'type', 'href', 'adlcp:scormType'],
  },
  file: { in: CP, must: ['href'] },
};
const NAMESPACES: Record<string, string> = { adlcp: ADLCP, imsss: SS };

function problemsOf(xml: string): string[] {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  const problems: string[] = [];
  const visit = (element: Element) => {
    const [prefix, local = prefix ?? ''] = element.tagName.split(':');
    const rule = RULES[local];
    if (rule === undefined) {
      problems.push(`${element.tagName} is unknown`);
      return;
    }
    if (rule.in !== (element.tagName.includes(':') ? NAMESPACES[prefix ?? ''] : CP))
      problems.push(`${element.tagName} is of another namespace`);
    const given = [...element.attributes].map(({ name }) => name).filter((name) => !name.startsWith('xmlns'));
    for (const name of rule.must ?? []) if (!given.includes(name)) problems.push(`${local} lacks ${name}`);
    for (const name of given)
      if (![...(rule.must ?? []), ...(rule.may ?? [])].includes(name)) problems.push(`${local} has ${name}`);
    const order = rule.children ?? [];
    const names = [...element.children].map(({ tagName }) => tagName);
    for (const [name, least, most] of order) {
      const n = names.filter((other) => other === name).length;
      if (n < least || n > most) problems.push(`${local} has ${n} of ${name}`);
    }
    const places = names.map((name) => order.findIndex(([other]) => other === name));
    if (places.some((place, i) => place < (places[i - 1] ?? 0)))
      problems.push(`${local}: ${names.join(', ')}`);
    for (const child of element.children) visit(child);
  };
  visit(root);
  return problems;
}

const about = {
  title: 'Run & learn <it>',
  version: '1.2.3',
  launch: 'launch/index.html',
  line: 0.75,
  files: ['index.html', 'launch/index.html', 'a folder/ü&x.js'],
};

describe('the manifest', () => {
  const xml = scormManifest(about);
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const one = (tag: string) => document.getElementsByTagName(tag)[0];

  it('keeps the rules of the format', () => {
    expect(problemsOf(xml)).toEqual([]);
  });

  it.each([
    ['<schemaversion>2004 4th Edition</schemaversion>', '', 'metadata has 0 of schemaversion'],
    ['<title>', '<name>', 'organization has 0 of title'],
    ['adlcp:scormType="sco"', '', 'resource lacks adlcp:scormType'],
    [' identifierref=', ' target=', 'item has target'],
  ])('is refused without %s', (from, to, problem) => {
    const close = from === '<title>' ? xml.replaceAll('</title>', '</name>') : xml;
    expect(problemsOf(close.replaceAll(from, to))).toContain(problem);
  });

  it('names the edition, the line of the exam and the page to start', () => {
    expect(one('schemaversion')?.textContent).toBe('2004 4th Edition');
    expect(one('imsss:minNormalizedMeasure')?.textContent).toBe('0.75');
    expect(one('resource')?.getAttribute('href')).toBe('launch/index.html');
  });

  it('refers only to what it has', () => {
    expect(one('organizations')?.getAttribute('default')).toBe(
      one('organization')?.getAttribute('identifier'),
    );
    expect(one('item')?.getAttribute('identifierref')).toBe(one('resource')?.getAttribute('identifier'));
    const files = [...document.getElementsByTagName('file')].map((file) => file.getAttribute('href'));
    expect(files).toEqual(['index.html', 'launch/index.html', 'a%20folder/%C3%BC%26x.js']);
  });

  it('keeps what a title may hold', () => {
    expect(one('title')?.textContent).toBe(about.title);
  });
});
