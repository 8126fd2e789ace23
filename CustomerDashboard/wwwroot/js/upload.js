// Sends a chosen or dropped file to the server as one streamed request, past the circuit: the bytes are counted as they
// leave, memory stays flat, and the request can be ended at any moment.
const quiet = 120;

export function attach(zone, input, page, settings) {
  let request = null;
  let depth = 0;
  const began = new WeakSet();

  const tell = (method, ...values) => page.invokeMethodAsync(method, ...values).catch(() => { /* the circuit is away; it is told again below */ });

  // What must not be lost while the connection to the page is being restored is said until it is heard.
  async function insist(method, ...values) {
    for (let attempt = 0; attempt < 60; attempt++) {
      try {
        await page.invokeMethodAsync(method, ...values);
        return;
      } catch {
        await new Promise(resolve => setTimeout(resolve, 500));
      }
    }
  }

  // Asked for anew each time: the page may be older than the server, or than the cookie.
  async function askForToken() {
    const answer = await fetch(settings.tokenAddress, { cache: 'no-store' });
    return await answer.json();
  }

  async function send(file) {
    if (request) return;
    if (file.size > settings.maximumBytes) {
      tell('RefuseAsync', file.name, file.size, 'tooLarge');
      return;
    }
    if (file.size === 0) {
      tell('RefuseAsync', file.name, 0, 'empty');
      return;
    }

    const sent = new XMLHttpRequest();
    request = sent;
    const started = performance.now();
    let told = 0;
    // A moving average, so that the time left does not jump with every packet.
    let rate = 0, lastLoaded = 0, lastTime = started;

    sent.upload.onprogress = event => {
      const now = performance.now();
      if (now - told < quiet && event.loaded < event.total) return;
      const seconds = (now - lastTime) / 1000;
      if (seconds > 0.02) {
        const current = (event.loaded - lastLoaded) / seconds;
        rate = rate === 0 ? current : 0.7 * rate + 0.3 * current;
        lastLoaded = event.loaded;
        lastTime = now;
      }
      told = now;
      tell('ProgressAsync', event.loaded, file.size, rate);
    };
    sent.onload = () => {
      request = null;
      let answer = {};
      try { answer = JSON.parse(sent.responseText); } catch { /* not from the endpoint: a proxy's or the server's own error page */ }
      if (sent.status === 201 && answer.id) insist('ReceivedAsync', answer.id, answer.bytes ?? -1, file.size);
      else insist('FailedAsync', sent.status, answer.message ?? answer.detail ?? '');
    };
    sent.onerror = () => { request = null; insist('FailedAsync', 0, ''); };
    sent.onabort = () => { request = null; insist('CancelledAsync'); };

    sent.open('POST', `${settings.address}?name=${encodeURIComponent(file.name)}`);
    sent.setRequestHeader('Content-Type', 'application/octet-stream');
    tell('StartedAsync', file.name, file.size);
    try {
      const { header, token } = await askForToken();
      // Cancelled while the token was on its way.
      if (request !== sent) return;
      sent.setRequestHeader(header, token);
      began.add(sent);
      sent.send(file);
    } catch {
      request = null;
      insist('FailedAsync', 0, '');
    }
  }

  function choose(files, items) {
    if (files.length === 0) return;
    if (files.length > 1) {
      tell('RefuseAsync', '', files.length, 'several');
      return;
    }
    if (items?.[0]?.webkitGetAsEntry?.()?.isDirectory) {
      tell('RefuseAsync', files[0].name, 0, 'folder');
      return;
    }
    send(files[0]);
  }

  const carriesFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files');

  const listeners = [
    [window, 'dragenter', event => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth++;
      zone.dataset.over = 'true';
    }],
    // Without this a file dropped beside the zone would replace the page.
    [window, 'dragover', event => { if (carriesFiles(event)) event.preventDefault(); }],
    [window, 'dragleave', event => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) delete zone.dataset.over;
    }],
    [window, 'drop', event => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      delete zone.dataset.over;
      choose(event.dataTransfer.files, event.dataTransfer.items);
    }],
    [input, 'change', () => {
      choose(input.files);
      // Choosing the same file again after mending it must count as a change.
      input.value = '';
    }],
    [window, 'beforeunload', event => { if (request) event.preventDefault(); }],
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  // A file chosen before this script was there.
  if (input.files.length > 0) {
    choose(input.files);
    input.value = '';
  }

  return {
    cancel: () => {
      const sent = request;
      // A request that was opened and not yet sent raises no event when it is aborted.
      if (sent && !began.has(sent)) {
        request = null;
        insist('CancelledAsync');
      }
      sent?.abort();
    },
    detach: () => {
      for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
    },
  };
}
