// Saves chosen customers: their ids are posted, for there may be thousands, and the answer becomes a file.
export async function save(address, name, customers) {
  const token = await (await fetch('api/antiforgery')).json();
  const form = new FormData();
  form.set('customers', customers);
  form.set('name', name);
  const answer = await fetch(address, { method: 'POST', body: form, headers: { [token.header]: token.token } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    return problem.message ?? 'The customers could not be saved. Reload the page and try again.';
  }

  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = fileName(answer.headers.get('content-disposition')) ?? `${name}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return null;
}

function fileName(disposition) {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null;
}

/** Saves text that is already here as a file. */
export function saveText(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
