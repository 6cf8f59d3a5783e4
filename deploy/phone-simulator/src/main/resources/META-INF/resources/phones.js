// Keeps the page fresh: asks for the revision each second and, when it has grown, swaps the live parts in.
(() => {
  const body = document.body;
  const bottom = () => {
    const texts = document.querySelector(".texts");
    if (texts) texts.scrollTop = texts.scrollHeight;
  };
  const localTimes = () => {
    for (const time of document.querySelectorAll("time"))
      time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  };
  const refresh = async () => {
    const revision = await (await fetch("/revision", { cache: "no-store" })).text();
    if (revision === body.dataset.revision) return;
    const page = new DOMParser().parseFromString(await (await fetch(location.href, { cache: "no-store" })).text(), "text/html");
    if (page.body.className !== body.className) {
      location.reload();
      return;
    }
    for (const part of document.querySelectorAll("[data-live]")) {
      const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
      if (fresh) part.replaceWith(fresh);
    }
    body.dataset.revision = page.body.dataset.revision;
    localTimes();
    bottom();
  };
  const loop = async () => {
    try {
      if (!document.hidden) await refresh();
    } catch {
      // The simulator is away; the next look may find it again.
    }
    setTimeout(loop, 1000);
  };
  localTimes();
  bottom();
  loop();
})();
