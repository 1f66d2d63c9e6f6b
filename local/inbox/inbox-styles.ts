import { Html } from "../html.ts";

export const inboxStyles = new Html(`
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.inbox { display: grid; grid-template-columns: minmax(18rem, 24rem) 1fr; gap: 1rem; align-items: start; padding-bottom: 2rem; }
.list { list-style: none; margin: 0; padding: 0; max-height: 75vh; overflow-y: auto; background: var(--paper);
  border: 1px solid var(--line); border-radius: .6rem; }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: block; padding: .6rem .9rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.list a:hover { background: var(--ground); }
.list a[aria-current] { box-shadow: inset 4px 0 var(--accent); background: var(--ground); }
.list strong { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.list a:focus-visible { outline-offset: -3px; }
.meta { display: flex; justify-content: space-between; gap: .5rem; font-size: .82rem; color: var(--soft); }
.kind { font-weight: 600; } .kind.sms { color: var(--accent); }
.to { font-size: .88rem; color: var(--soft); }
.none { padding: 1.5rem; color: var(--soft); text-align: center; }
.filter { margin: 0 0 .75rem; } .filter label { margin: 0 0 .2rem; font-size: .9rem; }
.open { min-height: 12rem; } .open h2 { overflow-wrap: anywhere; margin-bottom: .2rem; }
.back { margin: 0 0 .5rem; display: none; }
iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: .4rem; background: #fff; margin-top: .75rem;
  resize: vertical; color-scheme: light; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: .75rem 0 0; }
.feedback { display: flex; gap: .75rem; flex-wrap: wrap; margin-top: 1rem; }
.bubbles { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: .75rem; justify-items: start; }
.bubbles li { max-width: min(30rem, 90%); }
.bubbles p { margin: 0; padding: .6rem .9rem; background: var(--ground); border: 1px solid var(--line);
  border-radius: 1rem 1rem 1rem .2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.bubbles .this p { border-color: var(--accent); }
.bubbles time { font-size: .8rem; color: var(--soft); }
@media (max-width: 48rem) {
  .inbox { grid-template-columns: 1fr; } .list { max-height: none; }
  .reading nav { display: none; } .reading .back { display: block; }
  .inbox:not(.reading) .open { display: none; }
}
`);
