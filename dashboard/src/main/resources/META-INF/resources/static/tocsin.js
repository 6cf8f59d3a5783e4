// What makes the pages smoother. Everything readable and ackable works without this file.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('script');
  const words = document.getElementById('words').dataset;
  const put = (sentence, value) => sentence.replace('#', value);

  // The viewer's zone, for pages that are read without signing in.
  if (!/(?:^|; )tocsin-zone=/.test(document.cookie)) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) document.cookie = `tocsin-zone=${encodeURIComponent(zone)}; Path=/; SameSite=Lax; Max-Age=31536000`;
  }

  // Relative times stay true while the page is open.
  const spoken = (ms) => {
    const seconds = Math.round(Math.abs(ms) / 1000);
    const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
    const two = (big, small) => small.startsWith('0') ? big : [big, small].join(' ');
    const length = seconds < 60 ? put(words.s, seconds)
      : minutes < 60 ? put(words.min, minutes)
      : hours < 24 ? two(put(words.h, hours), put(words.min, minutes % 60))
      : hours < 48 ? two(put(words.d, days), put(words.h, hours % 24)) : put(words.d, days);
    if (seconds < 1) return words.now;
    return put(ms <= 0 ? words.ago : words.in, length);
  };
  const skew = (() => {
    const sent = Date.parse(root.dataset.now || '');
    return Number.isNaN(sent) ? 0 : sent - Date.now();
  })();
  const refreshTimes = () => {
    for (const el of document.querySelectorAll('[data-ago]')) {
      const text = spoken(Date.parse(el.dataset.ago) - (Date.now() + skew));
      if (el.textContent !== text) el.textContent = text;
    }
  };
  refreshTimes();
  setInterval(refreshTimes, 1000);

  // A failed form takes the reader to what is wrong.
  document.querySelector('[data-focus]')?.focus();

  // A menu closes by Escape and by a press elsewhere; a second press on a sent form does nothing.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details.mobile-menu[open], details.user-menu[open], details.confirm[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = '1';
    setTimeout(() => delete form.dataset.sent, 4000);
  });
  // Filters are folded on a phone only.
  if (matchMedia('(min-width: 52.01rem)').matches) for (const fold of document.querySelectorAll('.fold')) fold.open = true;
  // Filters apply as they are chosen.
  document.addEventListener('change', (event) => {
    if (event.target.matches('select') && event.target.form?.matches('[data-auto]')) event.target.form.requestSubmit();
  });
  // A secret shown once can be taken along.
  document.addEventListener('click', (event) => {
    const copy = event.target.closest('[data-copy]');
    if (copy) navigator.clipboard?.writeText(document.getElementById(copy.dataset.copy).textContent.trim())
      .then(() => { copy.textContent = words.copied; });
  });

  // Keys: off while somebody types, and never instead of the browser's own.
  const GO = { b: '/', i: '/incidents', c: '/checks', o: '/on-call', m: '/response', p: '/postmortems' };
  const typing = (el) => el.matches('input, textarea, select, [contenteditable], [contenteditable] *');
  const visible = (el) => el.getClientRects().length > 0;
  let gone = 0;
  const rows = () => [...document.querySelectorAll('main .incidents > li, main .list > li, main table tbody tr')]
    .filter((row) => visible(row) && row.querySelector('a[href]'));
  const picked = () => document.querySelector('.picked');
  const pick = (row) => {
    picked()?.classList.remove('picked');
    row.classList.add('picked');
    row.querySelector('a.title, th a, a[href]').focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  const step = (by) => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex((row) => row.contains(document.activeElement));
    pick(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))]);
  };
  const act = (verb) => {
    const row = document.activeElement.closest('.incidents > li') || document.querySelector('.action-bar');
    row?.querySelector(`form[action$="/${verb}"] button`)?.click();
  };
  const keysHelp = async () => {
    let dialog = document.querySelector('dialog.keys-dialog');
    if (!dialog) {
      const answer = await fetch('/keys');
      const help = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('keys-help');
      if (!answer.ok || !help) { location.assign('/keys'); return; }
      dialog = document.createElement('dialog');
      dialog.className = 'keys-dialog';
      dialog.setAttribute('aria-label', words.keys);
      const form = document.createElement('form');
      form.method = 'dialog';
      const close = document.createElement('button');
      close.className = 'button';
      close.textContent = words.close;
      form.append(close);
      dialog.append(help, form);
      document.body.append(dialog);
    }
    dialog.showModal();
  };
  document.addEventListener('focusin', (event) => {
    const row = picked();
    if (row && !row.contains(event.target)) row.classList.remove('picked');
  });
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    const hits = [...document.querySelectorAll('a.hit')];
    if (hits.length && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const at = hits.indexOf(document.activeElement), to = at + (event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
      (hits[to] || (to < 0 ? document.getElementById('search-words') : hits[at]))?.focus();
      return;
    }
    if (typing(event.target)) return;
    const went = Date.now() - gone < 1500;
    gone = 0;
    if (went && GO[event.key]) location.assign(GO[event.key]);
    else if (event.key === 'g') gone = Date.now();
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'a') act('acknowledge');
    else if (event.key === 'r') act('resolve');
    else if (event.key === '?') keysHelp();
    else if (event.key === '/') {
      const box = document.getElementById('search-words')
        || [...document.querySelectorAll('[data-search]')].find(visible);
      if (box) box.focus(); else location.assign('/search');
    } else return;
    event.preventDefault();
  });
})();
