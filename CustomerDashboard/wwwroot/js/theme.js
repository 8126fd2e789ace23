// Until a person chooses, the theme is the one the system asks for. Only the browser knows that, and the server draws the
// page: so the wish is told in a cookie of its own, and a page drawn otherwise is asked for once more, before it is seen.
(() => {
  const { chosen, wish } = document.currentScript.dataset;
  const read = name => document.cookie.split('; ').find(entry => entry.startsWith(name + '='))?.slice(name.length + 1);
  if (read(chosen)) return;
  const tone = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  if (read(wish) !== tone) document.cookie = `${wish}=${tone}; path=/; SameSite=Lax; max-age=31536000`;
  // Where cookies are off, asking again would lead nowhere.
  if (document.documentElement.dataset.theme !== tone && read(wish) === tone) location.reload();
})();
