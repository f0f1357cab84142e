/** The address to go to for a page: a learning system sends files, not folders (see src/hosting/packagedLinks.js). */
export function pageAddress(address: string): string {
  const packaged = 'packaged' in document.documentElement.dataset;
  return packaged ? address.replace(/\/(?=[?#]|$)/, '/index.html') : address;
}
