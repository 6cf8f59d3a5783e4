// What makes the pages smoother. Everything readable and ackable works without this file.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('script');

  // The viewer's zone, for pages that are read without signing in.
  if (!/(?:^|; )tocsin-zone=/.test(document.cookie)) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) document.cookie = `tocsin-zone=${encodeURIComponent(zone)}; Path=/; SameSite=Lax; Max-Age=31536000`;
  }

  // Relative times stay true while the page is open.
  const spoken = (ms) => {
    const seconds = Math.round(Math.abs(ms) / 1000);
    const minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
    const length = seconds < 60 ? `${seconds} s`
      : minutes < 60 ? `${minutes} min`
      : hours < 24 ? (minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`)
      : hours < 48 && hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
    if (seconds < 1) return 'now';
    return ms <= 0 ? `${length} ago` : `in ${length}`;
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
      .then(() => { copy.textContent = 'Copied'; });
  });
})();
