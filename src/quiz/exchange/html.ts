/** A text for XML and HTML: what means something there is escaped. */
export const escapeXml = (text: string): string =>
  text
    // Control characters are not allowed in XML, not even escaped.
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Inline Markdown of questions (code, strong, emphasis) as HTML. */
export const inlineHtml = (text: string): string =>
  text
    .split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)
    .map((part) => {
      if (/^`.+`$/s.test(part)) return `<code>${escapeXml(part.slice(1, -1))}</code>`;
      if (/^\*\*.+\*\*$/s.test(part)) return `<strong>${escapeXml(part.slice(2, -2))}</strong>`;
      if (/^\*.+\*$/s.test(part)) return `<em>${escapeXml(part.slice(1, -1))}</em>`;
      return escapeXml(part);
    })
    .join('');

/** Markdown of a stem as HTML: paragraphs, blocks of code, and what is in a line. */
export function blockHtml(text: string): string {
  return text
    .trim()
    .split(/(^```[^\n]*\n[\s\S]*?^```[ \t]*$)/m)
    .flatMap((part) => {
      const code = /^```[^\n]*\n([\s\S]*?)\n?^```[ \t]*$/m.exec(part)?.[1];
      if (code !== undefined) return [codeHtml(code)];
      return part
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
        .filter((paragraph) => paragraph !== '')
        .map((paragraph) => `<p>${inlineHtml(paragraph)}</p>`);
    })
    .join('');
}

export const codeHtml = (code: string): string => `<pre><code>${escapeXml(code)}</code></pre>`;
export const listHtml = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${inlineHtml(line)}</li>`).join('')}</ul>`;
