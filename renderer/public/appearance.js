// Runs before the first paint, so that the window never flashes in another theme or direction.
(() => {
  let remembered = {};
  try {
    remembered = JSON.parse(localStorage.getItem('muharrir.appearance') ?? '{}') ?? {};
  } catch {
    // A broken value is as good as none.
  }
  const root = document.documentElement;
  const isDark =
    remembered.theme === 'dark' ||
    (remembered.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  if (remembered.language === 'en') {
    root.lang = 'en';
    root.dir = 'ltr';
  }
})();
