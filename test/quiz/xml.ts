/** An element of an XML text; texts between elements are joined. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: Xml[];
  text: string;
}

const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;
const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TAG = new RegExp(String.raw`<(/?)(${NAME})((?:\s+${NAME}="[^"<]*")*)\s*(/?)>|<\?xml[^?]*\?>|<`, 'g');

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Reads an XML text strictly, as far as our exports use XML; throws where it is not well-formed. */
export function readXml(source: string): Xml {
  if (ENTITY.test(source))
    throw new Error(`a bare & near ${source.slice(source.search(ENTITY)).slice(0, 40)}`);
  const root: Xml = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let at = 0;
  for (const match of source.matchAll(TAG)) {
    const here = open.at(-1) ?? root;
    here.text += plain(source.slice(at, match.index));
    at = match.index + match[0].length;
    const [all, closes, name, given = '', empty] = match;
    if (all.startsWith('<?')) continue;
    if (name === undefined) throw new Error(`a bare < near ${source.slice(match.index, match.index + 40)}`);
    if (closes === '/') {
      if (here.name !== name) throw new Error(`</${name}> closes <${here.name}>`);
      open.pop();
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of given.matchAll(/([\w.:-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`${key} twice in <${name}>`);
      attributes[key] = plain(value);
    }
    const element: Xml = { name, attributes, children: [], text: '' };
    here.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [top] = root.children;
  if (root.children.length !== 1 || top === undefined || (root.text + source.slice(at)).trim() !== '')
    throw new Error('not one root');
  return top;
}

/** Every element of a name, in order. */
export function all(xml: Xml, name: string): Xml[] {
  return [...(xml.name === name ? [xml] : []), ...xml.children.flatMap((child) => all(child, name))];
}
