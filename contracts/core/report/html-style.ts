/** The look of report.html, in light and dark; nothing is loaded from anywhere. */
export const style = `
:root { color-scheme: light dark; --ink: #1c2128; --paper: #fff; --faint: #656d76; --line: #d0d7de; --box: #f6f8fa;
  --good: #1a7f37; --bad: #cf222e; --warn: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --faint: #9198a1; --line: #30363d;
  --box: #161b22; --good: #3fb950; --bad: #f85149; --warn: #d29922; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
header { border-left: .5rem solid var(--warn); padding: .25rem 1rem; }
header.conformant { border-color: var(--good); } header.violations { border-color: var(--bad); }
h1 { margin: 0; font-size: 1.8rem; } header p { margin: 0; color: var(--faint); }
h2 { margin: 2rem 0 .75rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 0 0 .5rem; font-size: 1.05rem; overflow-wrap: anywhere; } h4 { margin: .75rem 0 .25rem; font-size: .85rem; color: var(--faint); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; color: var(--faint); font-weight: 600; font-size: .85rem; } .matrix tbody th { font-weight: 400; }
.full { color: var(--good); } .part { color: var(--warn); } .empty { color: var(--bad); } .none { color: var(--faint); }
.mark { font-weight: 600; } .supported, .passed { color: var(--good); } .failing, .failed, .passing, .unknown { color: var(--bad); }
.unproven, .errored { color: var(--warn); } .unsupported, .skipped, .not-run { color: var(--faint); }
article { border: 1px solid var(--line); border-left: .3rem solid var(--bad); padding: 1rem; margin-bottom: 1rem; border-radius: .3rem; }
.difference p { margin: .2rem 0; padding: .3rem .6rem; background: var(--box); overflow-wrap: anywhere; }
.expected { border-left: .2rem solid var(--good); } .actual { border-left: .2rem solid var(--bad); }
.exchange { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; } .exchange > div { min-width: 0; }
pre { margin: 0; padding: .6rem; background: var(--box); border-radius: .3rem; white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; max-height: 30rem; overflow: auto; }
/* A narrow page scrolls a table rather than break its words. */
.name { white-space: nowrap; } td:has(> .name) { max-width: none; }
.scroll { overflow-x: auto; margin-bottom: 1rem; } .scroll table { margin: 0; }
@media (max-width: 45rem) { main { padding: 1rem; } th, td { overflow-wrap: normal; } .matrix td, .matrix th, .mark { white-space: nowrap; }
  td { max-width: 55vw; overflow-wrap: break-word; } dl { gap: .1rem .6rem; } article { padding: .6rem; } }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: .6rem 0; margin: 1rem 0 0; border-block: 1px solid var(--line); }
.cause { margin-bottom: 1.5rem; scroll-margin-top: .5rem; } .cause > .difference { font-size: .9rem; margin-bottom: .4rem; } .cause > .difference p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; padding-bottom: 0; } .cause > p, .cause > details > summary { margin: 0 0 .5rem; color: var(--faint); } .filter { display: block; margin-bottom: 1rem; }
article { padding: .4rem 1rem; margin-bottom: .4rem; } article[open], article:has(details[open]) { padding-bottom: 1rem; }
article summary { font-weight: 600; overflow-wrap: anywhere; } select { font: inherit; max-width: 100%; }
summary { cursor: pointer; } progress { width: 8rem; } a { color: inherit; }
`
