/** The report's only style, named by its hash in the report's own policy. */
export const REPORT_STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; }
.scroll { overflow-x: auto; } .scroll + .scroll { margin-top: 1rem; } table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { border-bottom: 1px solid #c9d1d9; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { overflow-wrap: normal; } td:first-child { min-width: 7rem; }
table.pairs td:nth-child(2), table.pairs td:nth-child(3), table.pairs td:nth-child(4) { min-width: 7.5rem; }
table.scores td:nth-child(n+2):nth-child(-n+5), table.scores th { white-space: nowrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f8fa; padding: .6rem; font-size: 12px; }
figure { margin: 1rem 0; } figcaption { font-size: 12px; color: #57606a; }
svg { width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: #1b1f24; } svg text.axis { fill: #57606a; }
.grid { stroke: #d8dee4; stroke-width: 1; } .interval { stroke: #0b5394; stroke-width: 2; } .mean { fill: #0b5394; }
.zero { stroke: #57606a; stroke-width: 1.5; } .hollow { fill: #fff; stroke: #0b5394; stroke-width: 2; } svg text.small { font-size: 11px; }
.warn { border-left: 4px solid #8a3b00; padding-left: .6rem; font-weight: 600; }
.supply { color: #8a3b00; font-weight: 600; }
@media screen and (prefers-color-scheme: dark) {
:root { color-scheme: dark; } body { color: #e6edf3; background: #14181b; } th, td { border-color: #3a434c; }
pre { background: #1f262c; } figcaption { color: #a3b0bb; } svg text { fill: #e6edf3; } svg text.axis { fill: #a3b0bb; }
.grid { stroke: #2c343b; } .interval { stroke: #79b8ff; } .mean { fill: #79b8ff; } .zero { stroke: #a3b0bb; } .hollow { fill: #14181b; stroke: #79b8ff; }
.warn { border-color: #ffab70; } .supply { color: #ffab70; }
}
@media screen and (max-width: 40rem) { th, td { min-width: 5rem; overflow-wrap: break-word; } }
@media print { .scroll { overflow: visible; } body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, figure { break-inside: avoid; } thead { display: table-header-group; } }
`;
