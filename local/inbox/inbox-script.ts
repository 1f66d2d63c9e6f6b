/** Brings new messages into the page every two seconds; place, focus and the open message stay as they are. */
export const inboxScript = `"use strict";
const renew = (part, fresh) => {
  const height = part.scrollHeight;
  const focused = document.activeElement?.id;
  part.replaceChildren(...fresh.childNodes);
  part.dataset.live = fresh.dataset.live;
  if (part.scrollTop > 0) part.scrollTop += part.scrollHeight - height;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
};
const look = async () => {
  if (document.hidden) return;
  const response = await fetch(location.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  let news = false;
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh === null || fresh.dataset.live === part.dataset.live) continue;
    renew(part, fresh);
    news = true;
  }
  if (news) document.getElementById("news").textContent = "Přišla nová zpráva.";
};
setInterval(() => look().catch(() => undefined), 2000);
`;
