/** Words for text and attribute values of XML and HTML alike; control characters, which XML 1.0 forbids, go. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these very characters are not allowed in XML 1.0, section 2.2
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
