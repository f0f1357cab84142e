/**
 * The manifest of a SCORM 2004 package, 4th edition: one organization with one item, and the resource that it starts,
 * with every file of the package. The item asks for nothing but what the run-time reports: a satisfied objective from
 * the line of the mock exam on, and completion as the content says.
 * @param files paths from the root of the package, the launched page among them
 */
export function scormManifest(about: {
  title: string;
  version: string;
  launch: string;
  line: number;
  files: readonly string[];
}): string {
  const files = about.files.map((path) => `      <file href="${escapeXml(encodePath(path))}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="runchain" version="${escapeXml(about.version)}"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escapeXml(about.title)}</title>
      <item identifier="app" identifierref="app-files">
        <title>${escapeXml(about.title)}</title>
        <adlcp:completionThreshold completedByMeasure="false"/>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="mock-exam" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${about.line}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="app-files" type="webcontent" adlcp:scormType="sco" href="${escapeXml(encodePath(about.launch))}">
${files}
    </resource>
  </resources>
</manifest>
`;
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
