// Shows what happens to the connection. The script of Blazor raises no events: it sets classes on the dialog's element.
const dialog = document.getElementById('components-reconnect-modal');
const states = {
  'components-reconnect-show': 'trying',
  'components-reconnect-failed': 'failed',
  'components-reconnect-rejected': 'rejected',
};

function follow() {
  const name = Object.keys(states).find(key => dialog.classList.contains(key));
  dialog.dataset.state = name ? states[name] : '';
  if (name && !dialog.open) dialog.showModal();
  if (!name && dialog.open) dialog.close();
  // The server has restarted and no longer knows this page: what matters is in the workspace and the address.
  if (states[name] === 'rejected') location.reload();
}

if (dialog) {
  new MutationObserver(follow).observe(dialog, { attributes: true, attributeFilter: ['class'] });
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.querySelector('[data-retry]')?.addEventListener('click', async () => {
    dialog.dataset.state = 'trying';
    try {
      if (!(await Blazor.reconnect())) location.reload();
    } catch {
      dialog.dataset.state = 'failed';
    }
  });
  dialog.querySelector('[data-reload]')?.addEventListener('click', () => location.reload());
}
