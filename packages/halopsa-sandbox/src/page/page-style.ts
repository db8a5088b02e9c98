import { Html } from './html.js';

/** Inlined, so that the page needs nothing from elsewhere. */
export const pageStyle = new Html(`
:root { color-scheme: light dark; --ink: #1c2733; --soft: #5d6b7a; --line: #dfe5ec; --paper: #fff; --back: #f3f6f9; --accent: #1a6d8f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf0; --soft: #9fb0c0; --line: #33414f; --paper: #1c2630; --back: #121a22; --accent: #6cc3e0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header { background: var(--paper); border-bottom: 1px solid var(--line); padding: 1.2rem 2rem; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 2rem 4rem; }
h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .8rem; } h3 { font-size: 1rem; margin: 0; }
p { margin: .2rem 0; color: var(--soft); }
article { background: var(--paper); border: 1px solid var(--line); border-radius: .6rem; margin: 0 0 1rem; padding: 1rem 1.2rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
th { text-align: left; color: var(--soft); font-weight: 600; font-size: .8rem; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.fields { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .85rem; }
.label { font-weight: 600; }
.word { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.badge { background: var(--back); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; }
.total { font-weight: 600; color: var(--accent); }
.heading td { font-weight: 600; background: var(--back); }
.optional td { color: var(--soft); font-style: italic; }
`);
