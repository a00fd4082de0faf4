/** The look of the API reference, on top of the pages' own stylesheet: contents at the side, text and example beside each other. */
export const REFERENCE_STYLES = `
:root{--c-name:#0a5c8a;--c-text:#8a3a12;--c-word:#6b2fa0;--c-type:#0a6362;--c-note:#526a6f;--well:#eaf1f1}
@media screen and (prefers-color-scheme:dark){:root{--c-name:#8cc8f0;--c-text:#f2b48a;--c-word:#cfa8f5;--c-type:#8ed6d1;--c-note:#9db4b7;--well:#0a1517}}
html{scroll-padding-top:16px}
.top,.wide{max-width:1400px}
code,.type,.names{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code,.type{font-size:.875em;overflow-wrap:anywhere}
a{color:var(--brand);text-underline-offset:3px}
.names a,.contents a,h2 a,h3 a{text-decoration:none}
.type a{text-decoration-thickness:1px}
.names a:hover,.contents a:hover,h2 a:hover,h3 a:hover{text-decoration:underline}
h2 a,h3 a{color:inherit}
.quiet{color:var(--quiet);font-weight:400}
.skip{position:absolute;inset-inline-start:20px;background:var(--card);padding:12px 16px;border-radius:8px;z-index:2}
.skip:not(:focus){clip-path:inset(50%);width:1px;height:1px;padding:0;overflow:hidden}
.reference{display:grid;gap:0 48px;grid-template-columns:minmax(0,1fr)}
.contents{display:none}
.contents-folded{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:0 16px;margin-top:8px}
.contents-folded>summary{cursor:pointer;font-weight:600;min-height:44px;display:flex;align-items:center;gap:8px}
.contents-folded>summary::before{content:"";width:16px;height:2px;background:currentColor;box-shadow:0 5px,0 -5px}
.contents-folded nav{padding-bottom:12px}
.group{font-size:13px;font-weight:650;color:var(--quiet);margin:20px 0 4px}
.group a{color:inherit}
nav ul{list-style:none;margin:0;padding:0}
nav li a,nav details summary{display:block;padding:4px 8px;margin-inline-start:-8px;border-radius:6px;font-size:14px;line-height:1.4;color:var(--ink);cursor:pointer;text-decoration:none}
nav .names a{font-size:13px;overflow-wrap:anywhere}
nav details ul{margin-inline-start:12px}
nav li a:hover,nav details summary:hover{background:var(--brand-soft);color:var(--brand-strong)}
.text h2{font-size:clamp(22px,4vw,26px);line-height:1.25;letter-spacing:-.01em;color:var(--ink);margin:0 0 8px}
.text section{padding:40px 0 0;margin:40px 0 0;border-top:1px solid var(--line)}
.text h1+.lead{font-size:18px}
.text h1+.lead+section{margin-top:24px}
.guide{max-width:800px}
.guide h3{font-size:17px;margin:32px 0 8px}
.guide ul{max-width:68ch;padding-inline-start:20px;margin:0 0 16px}
.guide li{margin:6px 0}
.list h3{font-size:18px;line-height:1.3;margin:0 0 8px;overflow-wrap:anywhere;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.list h4{font-size:13px;color:var(--quiet);margin:20px 0 4px}
.operation,.kind{padding:32px 0;border-top:1px solid var(--line);display:grid;gap:24px 40px;grid-template-columns:minmax(0,1fr)}
.kind{display:block;max-width:800px}
.list>.lead+article{border-top:0;padding-top:16px}
.tags{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px}
.tag{display:inline-block;font-size:12.5px;font-weight:600;line-height:1.4;padding:2px 10px;border-radius:999px;background:var(--brand-soft);color:var(--brand-strong);text-decoration:none}
a.tag:hover{text-decoration:underline}
.ending{background:var(--bad-soft);color:var(--bad)}
.must{font-size:12.5px;font-weight:600;color:var(--bad)}
.members{margin:0 0 16px}
.members dt{padding-top:12px;font-weight:400;overflow-wrap:anywhere}
.members dt>code{font-weight:650;margin-inline-end:6px}
.members>dt:not(:first-of-type){border-top:1px solid var(--line)}
.members dd{margin:2px 0 12px;color:var(--quiet);max-width:68ch;font-size:15px}
.members .nested{margin:10px 0 0;padding-inline-start:16px;border-inline-start:2px solid var(--line)}
.nested dt{color:var(--ink);padding-top:8px}
.nested dd{margin-bottom:8px}
.members :target,h2:target,h3:target{background:var(--brand-soft);box-shadow:-8px 0 var(--brand-soft),8px 0 var(--brand-soft)}
.uses summary,.example summary{cursor:pointer;font-size:14px;color:var(--brand-strong);padding:8px 0;min-height:24px}
.uses ul{columns:240px;margin:0;padding:0;list-style:none;font-size:14px}
.uses li{padding:3px 0;overflow-wrap:anywhere}
.code{margin:0 0 16px;padding:14px 16px;background:var(--well);border:1px solid var(--line);border-radius:10px;font-size:13.5px;line-height:1.55;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:2}
.code code{font-size:inherit}
.c-name{color:var(--c-name)}.c-text{color:var(--c-text)}.c-word{color:var(--c-word)}.c-type{color:var(--c-type)}.c-note{color:var(--c-note)}
.example{margin:0;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px;box-shadow:var(--shadow)}
.example+.example{margin-top:16px}
.example figcaption{font-size:14px;color:var(--quiet);margin-bottom:12px}
.example .caption{font-size:13px;font-weight:650;color:var(--quiet);margin:0 0 6px}
.example .code{margin-bottom:12px}
.example details .code{max-height:none;margin-bottom:0}
table{border-collapse:collapse;width:100%;margin:0 0 16px;font-size:15px}
th,td{text-align:start;vertical-align:top;padding:10px 12px 10px 0;border-bottom:1px solid var(--line);font-weight:400}
th{font-weight:600;width:38%}
td{font-variant-numeric:tabular-nums}
@media (max-width:599px){.code{font-size:12.5px;padding:12px}.example{padding:12px}}
@media (min-width:960px){
.reference{grid-template-columns:232px minmax(0,1fr)}
.contents-folded{display:none}
.contents{display:block;position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:8px 12px 32px 8px;scrollbar-width:thin}
}
@media (min-width:1240px){.operation{grid-template-columns:minmax(0,5fr) minmax(0,6fr)}}
@media print{.contents,.contents-folded,.skip{display:none}}
@media (forced-colors:active){.tag,.code,.example,.contents-folded{border:1px solid CanvasText}}
`;
