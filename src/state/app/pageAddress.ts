/** The address of a page. A learning system serves files and no folders (see src/hosting/packagedLinks.js). */
export function pageAddress(address: string): string {
  const packaged = 'packaged' in document.documentElement.dataset;
  return packaged ? address.replace(/\/(?=[?#]|$)/, '/index.html') : address;
}
