// The postmortem editor: live word counts, the autosave's trigger, and a copy on this device until the server has the text.
(() => {
  'use strict';
  const form = document.getElementById('editor');
  if (!form) return;
  const key = `tocsin-draft-${form.dataset.draft}`;
  const root = document.documentElement;
  const skew = Date.parse(root.dataset.now || '') - Date.now() || 0;

  // Words as the server counts them, near enough for the eye; the server's own count arrives with each save.
  const words = (text) => text
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/[\s\u2013\u2014\u2026]+|--+|\.\.\.+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const count = () => {
    const sums = {};
    let total = 0;
    for (const field of form.querySelectorAll('[data-words]')) {
      const n = words(field.value);
      sums[field.dataset.words] = (sums[field.dataset.words] || 0) + n;
      total += n;
    }
    for (const meter of document.querySelectorAll('[data-meter]')) meter.textContent = sums[meter.dataset.meter] || 0;
    for (const el of document.querySelectorAll('[data-total]')) el.textContent = total;
    for (const el of document.querySelectorAll('[data-total-bar]')) el.value = total;
  };

  // The copy on this device: every field by name, and the moment it was typed by the server's clock.
  const fields = () => [...new FormData(form)].filter(([name]) => name !== 'csrf-token' && name !== 'version');
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

  form.addEventListener('input', () => {
    typed += 1;
    count();
    keep();
    say('Not saved yet');
    form.dispatchEvent(new CustomEvent('tocsin:changed'));
  });

  document.body.addEventListener('htmx:beforeRequest', () => { sent = typed; });
  document.body.addEventListener('htmx:afterSwap', () => {
    count();
    if (document.querySelector('#saved[data-saved]') && sent === typed) forget();
  });
  // A session that ended must not take the page, and the text on it, away.
  document.body.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.status !== 401) return;
    event.preventDefault();
    say('Not saved: you are signed out. Your text is kept on this device; sign in in another tab, then go on.');
  });
  // Signed in anew in another tab, the form's token is of the session before: take a fresh one and send again.
  let renewing = false;
  const renew = async () => {
    if (renewing) return;
    renewing = true;
    const answer = await fetch(form.action, { headers: { Accept: 'text/html' } });
    const token = (await answer.text()).match(/name="csrf-token" value="([^"]+)"/);
    if (answer.ok && !answer.redirected && token) {
      form.elements['csrf-token'].value = token[1];
      form.dispatchEvent(new CustomEvent('tocsin:changed'));
      setTimeout(() => { renewing = false; }, 10000);
    } else renewing = false;
  };
  document.body.addEventListener('htmx:sendError', () => say('Not saved: no connection. Your text is kept on this device.'));
  document.body.addEventListener('htmx:responseError', (event) => {
    say('Not saved: Tocsin has trouble. Your text is kept on this device.');
    if (event.detail.xhr.status === 400) renew().catch(() => say('Not saved: no connection. Your text is kept on this device.'));
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
  count();
})();
