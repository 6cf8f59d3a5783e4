// The postmortem editor: the autosave's trigger, and a copy on this device until the server has the text.
(() => {
  'use strict';
  const form = document.getElementById('editor');
  if (!form) return;
  const words = document.getElementById('words-editor').dataset;
  const key = `tocsin-draft-${form.dataset.draft}`;
  const root = document.documentElement;
  const skew = Date.parse(root.dataset.now || '') - Date.now() || 0;

  // The copy on this device: every field by name, and the moment it was typed by the server's clock.
  const ours = new Set(['csrf-token', 'version', 'was', 'email', 'password']);
  const fields = () => [...new FormData(form)].filter(([name]) => !ours.has(name));
  const load = () => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* a browser without storage has nothing to forget */ } };
  let typed = 0, sent = 0;
  const keep = () => {
    const version = form.elements.version.value;
    const copy = { at: Date.now() + skew, version, fields: fields() };
    try { localStorage.setItem(key, JSON.stringify(copy)); } catch { /* full or forbidden: the autosave remains */ }
  };
  const say = (text) => {
    const saved = document.getElementById('saved');
    saved.dataset.state = 'stale';
    saved.lastElementChild.textContent = text;
  };

  form.addEventListener('input', (event) => {
    if (ours.has(event.target.name)) return;
    typed += 1;
    keep();
    say(words.typing);
    form.dispatchEvent(new CustomEvent('tocsin:changed'));
  });

  // Other requests of the page say nothing about the text.
  const saving = (event) => event.detail.elt === form;
  document.body.addEventListener('htmx:beforeRequest', (event) => { if (saving(event)) sent = typed; });
  document.body.addEventListener('htmx:afterSwap', () => {
    if (document.querySelector('#saved[data-saved]') && sent === typed) forget();
  });
  const offline = () => say(words.offline);
  const token = (page) => page.match(/name="csrf-token" value="([^"]+)"/)?.[1];
  // A session that ended must not take the page, and the text on it, away: the password is asked here. The form's token
  // went with the session; one for whoever is not signed in is good after signing in, too.
  const askPassword = (fresh) => {
    say(words.signedOut);
    if (fresh) form.elements['csrf-token'].value = fresh;
    const panel = document.getElementById('signed-out');
    if (!panel.hidden) return;
    panel.hidden = false;
    for (const field of panel.querySelectorAll('input')) field.disabled = false;
    document.getElementById('again-password').focus();
  };
  document.body.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.status !== 401) return;
    event.preventDefault();
    fetch('/login', { headers: { Accept: 'text/html' } })
      .then((answer) => answer.text())
      .then((page) => askPassword(token(page)))
      .catch(offline);
  });
  // Signed in anew in another tab, the form's token is of the session before: take a fresh one and send again.
  let renewing = false;
  const renew = async () => {
    if (renewing) return;
    renewing = true;
    const answer = await fetch(form.action, { headers: { Accept: 'text/html' } });
    const fresh = token(await answer.text());
    if (answer.redirected) askPassword(fresh);
    else if (answer.ok && fresh) {
      form.elements['csrf-token'].value = fresh;
      form.dispatchEvent(new CustomEvent('tocsin:changed'));
      setTimeout(() => { renewing = false; }, 10000);
      return;
    }
    renewing = false;
  };
  document.body.addEventListener('htmx:sendError', (event) => { if (saving(event)) offline(); });
  document.body.addEventListener('htmx:responseError', (event) => {
    if (!saving(event)) return;
    say(words.trouble);
    if (event.detail.xhr.status === 400) renew().catch(offline);
  });
  addEventListener('beforeunload', (event) => {
    if (typed > sent && !form.dataset.sent) event.preventDefault();
  });

  // A link to a field puts the cursor into it; one to certain words selects them.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#f-"]');
    const place = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    const inner = 'input:not([type="hidden"]), textarea, select, button';
    const field = place.matches(inner) ? place : place.querySelector(inner);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: 'center' });
    if (!link.dataset.from || !field.setSelectionRange) return;
    // The server counts in the text without the space around it.
    const lead = field.value.length - field.value.trimStart().length;
    field.setSelectionRange(lead + Number(link.dataset.from), lead + Number(link.dataset.to));
  });

  // A copy that never reached the server is offered, not forced.
  const copy = load();
  if (copy && !('unsaved' in form.dataset)) {
    const same = JSON.stringify(copy.fields) === JSON.stringify(fields());
    const arrived = form.dataset.mine === 'yes' && Date.parse(form.dataset.updated) >= copy.at - 1000;
    if (same || arrived) forget();
    else {
      const offer = document.getElementById('local-copy');
      offer.querySelector('[data-when]').textContent = new Date(copy.at).toLocaleString();
      offer.hidden = false;
      offer.querySelector('[data-discard]').addEventListener('click', () => { forget(); offer.hidden = true; });
      offer.querySelector('[data-restore]').addEventListener('click', () => restore(copy));
    }
  }

  // The server draws the form around the copy, rows and all; nothing is saved by that.
  function restore(kept) {
    const post = document.createElement('form');
    post.method = 'post';
    post.action = form.action;
    const add = (name, value) => {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      post.append(input);
    };
    for (const [name, value] of kept.fields) if (name !== 'do') add(name, value);
    add('csrf-token', form.elements['csrf-token'].value);
    add('version', kept.version);
    add('do', 'restore');
    document.body.append(post);
    post.submit();
  }
  // A picture is added beside the text and its line put where the cursor was.
  let last = null;
  form.addEventListener('focusin', (event) => { if (event.target.tagName === 'TEXTAREA') last = event.target; });
  const upload = form.querySelector('[data-upload]');
  if (upload) {
    upload.hidden = false;
    const [file, alt] = upload.querySelectorAll('input');
    const told = upload.querySelector('[data-told]');
    const put = async () => {
      told.textContent = words.adding;
      const data = new FormData();
      data.append('csrf-token', form.elements['csrf-token'].value);
      data.append('alt', alt.value);
      if (file.files[0]) data.append('file', file.files[0]);
      try {
        const answer = await fetch(upload.dataset.upload, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
        if (answer.status === 401) {
          waiting = true;
          told.textContent = words.addLater;
          askPassword(token(await (await fetch('/login')).text()));
          return;
        }
        const added = await answer.json();
        if (!added.markdown) { told.textContent = added.trouble; return; }
        const into = last || form.elements.rootCause;
        const at = into.selectionStart ?? into.value.length;
        into.setRangeText(`\n\n${added.markdown}\n\n`, at, at, 'end');
        into.focus();
        into.dispatchEvent(new Event('input', { bubbles: true }));
        file.value = alt.value = '';
        told.textContent = words.added;
      } catch { told.textContent = words.notAdded; }
    };
    upload.querySelector('[data-put]').addEventListener('click', put);
    // A chosen file does not survive a new page: with one waiting, signing in leaves this page where it is.
    let waiting = false;
    const panel = document.getElementById('signed-out');
    panel.querySelector('button').addEventListener('click', async (event) => {
      if (!waiting) return;
      event.preventDefault();
      const body = new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value });
      for (const field of panel.querySelectorAll('input')) body.append(field.name, field.value);
      const answer = await fetch('/login', { method: 'POST', body, redirect: 'manual' });
      if (answer.type !== 'opaqueredirect') { say(words.notYours); return; }
      waiting = false;
      panel.hidden = true;
      for (const field of panel.querySelectorAll('input')) field.disabled = true;
      form.dispatchEvent(new CustomEvent('tocsin:changed'));
      put();
    });
  }
  // Whoever leaves is no longer seen to be writing, unless the next page has claimed the place already.
  addEventListener('pagehide', () => {
    const { holder, until } = document.getElementById('lease').dataset;
    if (holder !== 'me') return;
    navigator.sendBeacon(`/postmortems/${form.dataset.draft}/lease`,
      new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value, release: until }));
  });
})();
