import { type Html, html } from "../html.ts";
import { localPage } from "../pages.ts";
import { inboxStyles } from "./inbox-styles.ts";
import { type InboxMessage, isTo } from "./message.ts";

export interface InboxView {
  /** Newest first. */
  readonly messages: readonly InboxMessage[];
  /** Shows only what went there; empty for all. */
  readonly to: string;
  readonly open?: InboxMessage;
}

export function inboxPage({ messages, to, open }: InboxView): string {
  const shown = to === "" ? messages : messages.filter((message) => isTo(message, to));
  return localPage({
    title: "Pošta a SMS",
    subtitle: "Every mail and text message that the service has sent.",
    wide: true,
    script: "/inbox.js",
    body: html`<style>
        ${inboxStyles}
      </style>
      <p id="news" role="status" class="unseen"></p>
      <div class="inbox ${open === undefined ? "" : "reading"}">
        <nav aria-label="Zprávy">
          <form class="filter" action="/" role="search">
            <label for="to">Adresa nebo číslo</label>
            <input id="to" name="to" value="${to}" autocomplete="off" placeholder="vše" />
          </form>
          <ol class="list" id="messages" data-live="${version(shown)}" tabindex="-1">
            ${shown.map((message) => line(message, to, message.id === open?.id))}
            ${shown.length === 0 && html`<li class="none">Zatím nic nepřišlo.</li>`}
          </ol>
        </nav>
        ${open === undefined ? nothingOpen : opened(open, messages, to)}
      </div>`,
  });
}

const version = (messages: readonly InboxMessage[]): string => `${messages.length}-${messages[0]?.id ?? ""}`;
const query = (to: string): string => (to === "" ? "" : `?to=${encodeURIComponent(to)}`);
const path = (message: InboxMessage, to: string): string =>
  `/messages/${encodeURIComponent(message.id)}${query(to)}`;

const time = new Intl.DateTimeFormat("cs", {
  timeZone: "Europe/Prague",
  dateStyle: "medium",
  timeStyle: "short",
});
const when = ({ at }: InboxMessage): Html => html`<time datetime="${at}">${time.format(new Date(at))}</time>`;
const kind = ({ channel }: InboxMessage): string => (channel === "mail" ? "E-mail" : "SMS");

const line = (message: InboxMessage, to: string, current: boolean): Html =>
  html`<li>
    <a href="${path(message, to)}" id="message-${message.id}" ${current ? html`aria-current="true"` : html``}>
      <span class="meta"><span class="kind ${message.channel}">${kind(message)}</span>${when(message)}</span>
      <strong>${message.channel === "mail" ? message.subject || "(bez předmětu)" : message.text}</strong>
      <span class="to">${message.to}</span>
    </a>
  </li>`;

const nothingOpen = html`<section class="open none">Vyberte zprávu v seznamu.</section>`;

const opened = (message: InboxMessage, all: readonly InboxMessage[], to: string): Html =>
  html`<section class="open" aria-label="Zpráva">
    <p class="back"><a href="/${query(to)}">← Všechny zprávy</a></p>
    ${message.channel === "mail" ? mail(message) : conversation(message, all)}
  </section>`;

/** Links open in a new tab; nothing in the mail runs, posts or loads. */
const framed = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><base target="_blank"><style>body{margin:1rem;font-family:system-ui,sans-serif;background:#fff;color:#111}</style>${body}`;

const mail = (message: InboxMessage): Html =>
  html`<h2>${message.subject || "(bez předmětu)"}</h2>
    <p class="hint">Komu: ${message.to}, ${when(message)}</p>
    ${
      message.html !== "" &&
      html`<iframe
        title="Obsah e-mailu"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        srcdoc="${framed(message.html)}"
      ></iframe>`
    }
    ${message.html === "" ? plainText(message) : alternative(message)}
    <form class="feedback" method="post">
      <button formaction="/messages/${encodeURIComponent(message.id)}/bounce">
        Vrátit jako nedoručitelný
      </button>
      <button formaction="/messages/${encodeURIComponent(message.id)}/complaint">Označit jako spam</button>
    </form>`;

const plainText = ({ text }: InboxMessage): Html => html`<pre>${text || "(bez textu)"}</pre>`;
const alternative = (message: InboxMessage): Html =>
  html`<details>
    <summary>Textová podoba <span class="hint" lang="en">(text alternative)</span></summary>
    ${plainText(message)}
  </details>`;

function conversation({ to, id }: InboxMessage, all: readonly InboxMessage[]): Html {
  const thread = all.filter((message) => message.channel === "sms" && message.to === to).toReversed();
  return html`<h2>SMS na ${to}</h2>
    <ol class="bubbles" id="bubbles" data-live="${String(thread.length)}">
      ${thread.map(
        (message) =>
          html`<li class="${message.id === id ? "this" : ""}">
            <p>${message.text}</p>
            ${when(message)}
          </li>`,
      )}
    </ol>`;
}
