import { Html } from "./html.ts";

/** One look for all local pages: readable at 360 px, in light and dark, without any file from elsewhere. */
export const styles = new Html(`
:root { color-scheme: light dark; --ink: light-dark(#1f2933, #e6eaee); --paper: light-dark(#fff, #171b20);
  --ground: light-dark(#f3f5f8, #0f1216); --line: light-dark(#cfd6de, #39424d); --soft: light-dark(#52606d, #a9b4c0);
  --accent: light-dark(#1d4ed8, #8ab4ff); --on-accent: light-dark(#fff, #0b1020); --good: light-dark(#e6f4ea, #12301c);
  --bad: light-dark(#fdecea, #3a1614); --bad-ink: light-dark(#b3261e, #ff9d94); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", sans-serif; }
header, main { padding: 0 1rem; margin: 0 auto; max-width: 46rem; }
main.wide, header:has(+ main.wide) { max-width: 76rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .25rem 0; }
h2 { font-size: 1.2rem; margin: 0 0 .75rem; }
.badge { display: inline-block; margin: 1rem 0 0; padding: .1rem .6rem; border: 1px solid var(--line); border-radius: 1rem;
  font-size: .8rem; color: var(--soft); }
.subtitle, .hint { color: var(--soft); margin: 0 0 1rem; }
.hint { font-size: .9rem; margin: .15rem 0 0; }
section, form > fieldset { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem;
  margin: 0 0 1rem; min-width: 0; }
legend { font-weight: 600; font-size: 1.1rem; padding: 0 .3rem; }
label { display: block; margin: .6rem 0 .2rem; font-weight: 600; }
label.choice { display: flex; gap: .6rem; align-items: baseline; font-weight: 400; margin: .35rem 0; min-height: 1.75rem; }
label.choice small { display: block; color: var(--soft); }
input:not([type=radio]), select { width: 100%; padding: .55rem .6rem; font: inherit; color: inherit; background: var(--paper);
  border: 1px solid var(--soft); border-radius: .4rem; min-height: 2.75rem; }
input.code { font: 1.2rem ui-monospace, monospace; letter-spacing: .08em; }
.pair { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); }
button { font: inherit; font-weight: 600; padding: .65rem 1.4rem; border: 0; border-radius: .4rem; background: var(--accent);
  color: var(--on-accent); cursor: pointer; min-height: 2.75rem; }
button.second { background: transparent; color: var(--accent); border: 1px solid var(--accent); }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; }
p, a, td { overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
.message { border-radius: .6rem; padding: .8rem 1rem; margin: 0 0 1rem; border: 1px solid var(--line); }
.message.good { background: var(--good); } .message.bad { background: var(--bad); color: var(--bad-ink); }
.message p { margin: 0; }
.choices { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); }
.table { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 32rem) { .table thead { display: none; } .table td { display: block; border: 0; padding: 0; }
  .table tr { display: block; padding: .6rem 0; border-bottom: 1px solid var(--line); } }
a { color: var(--accent); }
`);
