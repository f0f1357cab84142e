// A learning system sends files, not folders: a link that ends with a folder gets the page of that folder, before the
// browser follows it, opens it in a new tab or shows where it goes.
function name(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (link === null) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !url.pathname.endsWith('/')) return;
  url.pathname += 'index.html';
  link.href = url.href;
}
for (const type of ['pointerdown', 'focusin', 'click', 'auxclick']) addEventListener(type, name, true);
