// What the frame does without asking the server: the rail, drawers, sheets and menus answer at once, even while the
// connection is being restored.
const root = document.documentElement;

function setRail(open, remember) {
  root.dataset.rail = open ? 'open' : 'closed';
  if (remember) localStorage.setItem('rail', root.dataset.rail);
}

let returnFocus = null;

function openDrawer(name) {
  returnFocus = document.activeElement;
  root.dataset.drawer = name;
  // The drawer is hidden from the tab order until its transition starts.
  requestAnimationFrame(() => document.querySelector(`[data-drawer-name="${name}"]`)?.querySelector('a, button, input, select')?.focus());
}

function closeDrawer() {
  if (!root.dataset.drawer) return false;
  delete root.dataset.drawer;
  returnFocus?.focus();
  returnFocus = null;
  return true;
}

function closeMenus(except) {
  let closed = false;
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu === except) continue;
    menu.open = false;
    closed = true;
  }
  return closed;
}

document.addEventListener('click', event => {
  const target = event.target;
  if (!(target instanceof Element)) return;

  const action = target.closest('[data-action]')?.dataset.action;
  if (action === 'toggle-rail') setRail(root.dataset.rail === 'closed', true);
  if (action === 'toggle-tone') root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
  if (action === 'close-drawer') closeDrawer();
  if (action === 'print') window.print();
  if (action === 'skip') {
    event.preventDefault();
    document.getElementById('content')?.focus();
  }

  const drawer = target.closest('[data-opens-drawer]');
  if (drawer) openDrawer(drawer.dataset.opensDrawer);

  const opener = target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();

  const dialog = target.closest('dialog');
  // A press on the backdrop has the dialog itself as its target, outside the dialog's own box.
  if (dialog && (target.closest('[data-closes]') || (target === dialog && outside(dialog, event)))) dialog.close();

  const menu = target.closest('details.menu');
  closeMenus(menu);
  if (menu && target.closest('.menu-item')) menu.open = false;
  if (target.closest('.rail a')) closeDrawer();
});

function outside(element, event) {
  const box = element.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || document.querySelector('dialog:modal')) return;
  const menu = document.querySelector('details.menu[open]');
  if (menu) {
    closeMenus(null);
    menu.querySelector('summary')?.focus();
  } else {
    closeDrawer();
  }
});

// Tabs: the arrows go round, and what has the focus is shown, because every panel is at hand.
document.addEventListener('keydown', event => {
  const tab = event.target instanceof Element ? event.target.closest('[role="tab"]') : null;
  if (!tab || event.altKey || event.ctrlKey || event.metaKey) return;
  const tabs = [...tab.closest('[role="tablist"]').querySelectorAll('[role="tab"]:not(:disabled)')];
  const at = tabs.indexOf(tab);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  const chosen = tabs[next % tabs.length];
  chosen.focus();
  chosen.click();
});

setRail(localStorage.getItem('rail') !== 'closed', false);

export function closeDialog(id) {
  document.getElementById(id)?.close();
}

export function openDialog(id) {
  document.getElementById(id)?.showModal();
}
