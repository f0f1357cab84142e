import { familyTitle } from '../generators/kit/familyTitles.ts';
import { typeOf } from '../types/index.ts';
import type { Item } from '../types/item.ts';
import { explanationsOf, figureLines, portableItems, type PortableItem } from './boardText.ts';
import { blockHtml, codeHtml, escapeXml, inlineHtml, listHtml } from './html.ts';
import { qtiInteraction, type Interaction } from './qtiInteraction.ts';

const SPACE = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const SCHEMA = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd';
const PACKAGE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';

/** A file of a package: its path with `/`, and its text. */
export interface PackageFile {
  path: string;
  text: string;
}

/** Items as a QTI 3 package: one XML for each in `items/`, and the manifest. */
export function toQti(all: readonly Item[]): PackageFile[] {
  const items = portableItems(all);
  const files = items.map((item) => ({ path: `items/${item.question.id}.xml`, text: itemXml(item) }));
  return [{ path: 'imsmanifest.xml', text: manifestXml(items) }, ...files];
}

function manifestXml(items: readonly PortableItem[]): string {
  const resources = items.map(({ question: { id } }) => {
    const href = escapeXml(`items/${id}.xml`);
    return `    <resource identifier="item-${escapeXml(id)}" type="imsqti_item_xmlv3p0" href="${href}"><file href="${href}"/></resource>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${PACKAGE}" identifier="runchain">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`;
}

/** One item; its title says the family and seed of a generated one. */
function itemXml(item: PortableItem): string {
  const { question, seed } = item;
  const form = qtiInteraction(item.form);
  const title = seed === null ? question.id : `${familyTitle(question.family) ?? question.id} (seed ${seed})`;
  const { board, hcl } = figureLines(item);
  return `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="${SPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${SPACE} ${SCHEMA}" identifier="item-${escapeXml(question.id)}" title="${escapeXml(title)}" adaptive="false" time-dependent="false" xml:lang="en" label="${escapeXml(question.objective)}">
${responseXml(form)}
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-outcome-declaration identifier="MAXSCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>1</qti-value></qti-default-value></qti-outcome-declaration>
  <qti-outcome-declaration identifier="FEEDBACK" cardinality="${form.ownFeedback ? form.cardinality : 'single'}" base-type="identifier"/>
  <qti-item-body>
    <div>${blockHtml(question.stem)}${listHtml(board)}${hcl.length === 0 ? '' : codeHtml(hcl.join('\n'))}</div>
    ${form.body}
  </qti-item-body>
${processingXml(form)}
${feedbackXml(item, form)}
</qti-assessment-item>
`;
}

function responseXml({ cardinality, baseType, correct, mapping }: Interaction): string {
  const values = correct.map((value) => `<qti-value>${escapeXml(value)}</qti-value>`).join('');
  const entries = mapping?.entries.map(
    ({ key, value, caseSensitive }) =>
      `<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${value}"${caseSensitive === undefined ? '' : ` case-sensitive="${caseSensitive}"`}/>`,
  );
  return `  <qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${baseType}">
    <qti-correct-response>${values}</qti-correct-response>${
      mapping === null || entries === undefined
        ? ''
        : `
    <qti-mapping lower-bound="0" upper-bound="1" default-value="${mapping.otherwise}">${entries.join('')}</qti-mapping>`
    }
  </qti-response-declaration>`;
}

/** As the templates match_correct and map_response, and the feedback besides, which these do not set. */
function processingXml(form: Interaction): string {
  const score =
    form.mapping === null
      ? `    <qti-response-condition>
      <qti-response-if>
        <qti-match><qti-variable identifier="RESPONSE"/><qti-correct identifier="RESPONSE"/></qti-match>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">1</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
      <qti-response-else>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">0</qti-base-value></qti-set-outcome-value>
      </qti-response-else>
    </qti-response-condition>`
      : `    <qti-response-condition>
      <qti-response-if>
        <qti-is-null><qti-variable identifier="RESPONSE"/></qti-is-null>
        <qti-set-outcome-value identifier="SCORE"><qti-base-value base-type="float">0</qti-base-value></qti-set-outcome-value>
      </qti-response-if>
      <qti-response-else>
        <qti-set-outcome-value identifier="SCORE"><qti-map-response identifier="RESPONSE"/></qti-set-outcome-value>
      </qti-response-else>
    </qti-response-condition>`;
  const feedback = form.ownFeedback
    ? '<qti-variable identifier="RESPONSE"/>'
    : '<qti-base-value base-type="identifier">explained</qti-base-value>';
  return `  <qti-response-processing>
${score}
    <qti-set-outcome-value identifier="FEEDBACK">${feedback}</qti-set-outcome-value>
  </qti-response-processing>`;
}

/** Feedback of each chosen option, or one with everything that is explained. */
function feedbackXml({ question }: PortableItem, form: Interaction): string {
  const modal = (identifier: string, html: string) =>
    `  <qti-modal-feedback outcome-identifier="FEEDBACK" identifier="${escapeXml(identifier)}" show-hide="show"><qti-content-body>${html}</qti-content-body></qti-modal-feedback>`;
  const why = (text: string, facts: readonly string[]) =>
    `<p>${inlineHtml(text.replace(/\s+/g, ' '))} (${escapeXml(facts.join(', '))})</p>`;
  if (form.ownFeedback)
    return typeOf(question)
      .parts(question)
      .map((part) => modal(`o-${part.id}`, why(part.explanation.trim(), part.facts)))
      .join('\n');
  const all = explanationsOf(question).map((e) => why(e.of === '' ? e.text : `${e.of}: ${e.text}`, e.facts));
  return modal('explained', all.join(''));
}
