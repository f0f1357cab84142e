(() => {
  var stored = null;
  try {
    stored = localStorage.getItem('runchain.theme');
  } catch (_error) {
    stored = null;
  }
  var dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
