// Keeps an open board true: merges rows without moving any, and says when what is shown may be old.
(() => {
  'use strict';
  const SILENCE = 15000; // three missed beats
  const line = document.getElementById('live');
  const stale = document.getElementById('stale');
  const words = document.getElementById('words-live').dataset;
  const put = (sentence, value) => sentence.replace('#', value);
  let lastHeard = Date.now(), lastNews = Date.now(), down = false;

  const ago = (ms) => ms < 60000 ? put(words.s, Math.round(ms / 1000)) : put(words.min, Math.round(ms / 60000));
  const show = () => {
    const silent = Date.now() - lastHeard;
    const lost = silent > SILENCE || down;
    if (line) {
      line.dataset.state = lost ? 'stale' : 'live';
      line.querySelector('[data-words]').textContent = lost ? words.lost : put(words.live, ago(Date.now() - lastNews));
    }
    if (stale) {
      stale.hidden = !lost;
      stale.querySelector('[data-words]').textContent = down
        ? words.silent
        : put(words.cut, ago(silent));
    }
  };
  setInterval(show, 1000);

  document.body.addEventListener('htmx:sseOpen', (event) => {
    lastHeard = Date.now();
    event.detail.source.addEventListener('beat', (beat) => {
      lastHeard = lastNews = Date.now();
      down = beat.data === 'down';
      show();
    });
    event.detail.source.addEventListener('changed', () => { lastHeard = Date.now(); });
  });

  // What a screen reader hears.
  const tell = (added) => {
    const say = document.getElementById('say');
    if (say && added) say.textContent = added === 1 ? words.one : put(words.many, added);
  };

  // Rows: known ones change in place, new ones come below all others, none moves. The reader asks for the true order.
  const merge = (target, html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').body;
    const known = target.querySelectorAll('li[data-v]');
    const coming = fresh.querySelectorAll('li[data-v]');
    if (!known.length || !coming.length && !target.matches(':hover, :focus-within')) {
      target.replaceChildren(...fresh.childNodes);
      tell(coming.length);
      return;
    }
    const seen = new Set();
    let added = 0, changed = 0;
    for (const row of coming) {
      seen.add(row.id);
      const old = document.getElementById(row.id);
      if (!old) {
        document.getElementById('rows-new').append(row);
        document.getElementById('just-in').hidden = false;
        row.classList.add('arrived');
        added++;
      } else if (old.dataset.v !== row.dataset.v) {
        old.replaceWith(row);
        row.classList.add('arrived');
        changed++;
      }
    }
    for (const old of known) {
      if (!old.isConnected || seen.has(old.id) || old.classList.contains('gone')) continue;
      old.className = 'resolved gone';
      const badge = fresh.ownerDocument.createElement('span');
      badge.className = 'badge green';
      badge.textContent = words.resolved;
      old.querySelector('.actions').replaceChildren(badge);
      changed++;
    }
    const verdict = fresh.querySelector('.verdict');
    if (verdict) target.querySelector('.verdict')?.replaceWith(verdict);
    const pill = document.getElementById('arrivals');
    if (pill && (added || changed)) {
      pill.hidden = false;
      pill.dataset.added = Number(pill.dataset.added || 0) + added;
      const n = pill.dataset.added;
      pill.textContent = n > 0 ? put(words.waiting, n) : words.order;
    }
    tell(added);
  };
  const count = (target) => {
    const waiting = target.querySelectorAll('li.triggered').length;
    document.title = document.title.replace(/^(\(\d+\) )?/, waiting ? `(${waiting}) ` : '');
    const icon = document.querySelector('link[rel=icon]');
    if (icon) icon.href = waiting ? icon.dataset.alert : icon.dataset.calm;
  };

  document.body.addEventListener('htmx:beforeSwap', (event) => {
    const target = event.detail.target;
    if (!target.matches('[data-merge]') || event.detail.xhr.status !== 200) return;
    event.detail.shouldSwap = false;
    lastNews = Date.now();
    if (event.detail.requestConfig.triggeringEvent?.type === 'order') {
      target.innerHTML = event.detail.xhr.responseText;
      const pill = document.getElementById('arrivals');
      pill.hidden = true;
      pill.dataset.added = 0;
    } else {
      merge(target, event.detail.xhr.responseText);
    }
    htmx.process(target);
    count(target);
  });
  document.getElementById('arrivals')?.addEventListener('click', () => {
    htmx.trigger('#board-incidents', 'order');
    document.getElementById('board-incidents').scrollIntoView({ block: 'nearest' });
  });
  count(document);
})();
