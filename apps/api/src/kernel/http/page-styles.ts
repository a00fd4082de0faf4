/** The look of the pages the server renders: the brand's deep teal, light and dark, phone first. */
export const PAGE_STYLES = `
:root{color-scheme:light dark;--ink:#12262a;--quiet:#4a6166;--paper:#f3f7f7;--card:#fff;--line:#cddcdd;--edge:#7d9497;--brand:#0a6362;--brand-strong:#0a4f4f;--brand-soft:#e9f7f6;--on-brand:#fff;--bad:#a61b1b;--bad-soft:#fdecec;--shadow:0 1px 2px rgb(9 40 44/.08),0 4px 12px rgb(9 40 44/.05)}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6f1f1;--quiet:#a6bcbf;--paper:#0c191b;--card:#13262a;--line:#284146;--edge:#6d878b;--brand:#72c2be;--brand-strong:#a3d8d5;--brand-soft:#12393a;--on-brand:#062626;--bad:#ffa8a8;--bad-soft:#3b1717;--shadow:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 var(--typeface,system-ui,sans-serif)}
.demo{max-width:none;margin:0;padding:4px 16px;border-bottom:1px solid var(--line);background:var(--card);font-size:14px;text-align:center}
.top{display:flex;align-items:center;gap:12px;padding:16px 20px;max-width:1040px;margin:0 auto}
.mark{color:#46aaa6}
.mark .arc{stroke:#0f7876}
.brand{font-size:20px;font-weight:650;letter-spacing:-.01em}
main{padding:8px 20px 64px;margin:0 auto}
.wide{max-width:1040px}
.column{max-width:560px}
h1{font-size:clamp(26px,5vw,34px);line-height:1.2;letter-spacing:-.02em;margin:16px 0 8px;text-wrap:balance}
h2{font-size:15px;font-weight:650;margin:32px 0 12px;color:var(--quiet)}
p{margin:0 0 16px;max-width:68ch}
.lead{color:var(--quiet)}
.cards{display:grid;gap:12px;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));list-style:none;margin:0;padding:0}
.cards li{display:flex}
.person{display:grid;grid-template-columns:44px 1fr;grid-template-rows:repeat(4,auto);align-content:start;gap:0 14px;width:100%;text-align:start;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px;cursor:pointer;box-shadow:var(--shadow);transition:border-color .12s,background-color .12s}
.person:hover{border-color:var(--brand);background:var(--brand-soft)}
.person .face{grid-row:span 4;width:44px;height:44px;border-radius:50%;background:var(--brand-soft);color:var(--brand-strong);display:grid;place-items:center;font-weight:650;font-size:15px}
.person:hover .face{background:var(--brand);color:var(--on-brand)}
.person .name{font-weight:600}
.person .about,.person .hint{color:var(--quiet);font-size:14px;line-height:1.4;overflow-wrap:anywhere}
.person .hint{color:var(--brand-strong);margin-top:6px}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.panel{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px;margin-top:40px;box-shadow:var(--shadow)}
.panel h2{margin:0 0 4px;font-size:20px;color:var(--ink)}
.fields{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,240px),1fr))}
.field label,.field legend,.legend{display:block;font-weight:600;font-size:15px;margin-bottom:6px;padding:0}
.field input,.field select{width:100%;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:8px;padding:10px 12px;min-height:44px}
.field [aria-invalid=true]{border-color:var(--bad)}
.field .error{color:var(--bad);font-size:14px;margin:6px 0 0}
.check{display:grid;grid-template-columns:24px 1fr;gap:4px 12px;align-items:start;margin:20px 0}
.check input{width:20px;height:20px;margin:2px 0 0;accent-color:var(--brand)}
.check .help{grid-column:2;color:var(--quiet);font-size:14px}
.button{display:inline-block;font:inherit;font-weight:600;color:var(--on-brand);background:var(--brand);border:1px solid transparent;border-radius:8px;padding:10px 24px;min-height:44px;cursor:pointer;text-decoration:none}
.button:hover{background:var(--brand-strong)}
.problem{background:var(--bad-soft);border:1px solid var(--bad);border-radius:12px;padding:16px 20px;margin:16px 0}
.problem h2{margin:0 0 8px;color:var(--bad);font-size:16px}
.problem ul{margin:0;padding-inline-start:20px}
.problem a{color:inherit}
.note{color:var(--quiet);font-size:14px;margin-top:32px}
.mails{list-style:none;margin:24px 0 0;padding:0;display:grid;gap:12px}
.mail{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:16px 20px;box-shadow:var(--shadow)}
.mail dl{display:grid;grid-template-columns:fit-content(45%) minmax(0,1fr);gap:4px 16px;margin:0}
.mail dt{color:var(--quiet)}
h1,h2,.mail dt{overflow-wrap:anywhere}
.mail dd{margin:0;overflow-wrap:anywhere}
.mail pre{margin:12px 0 0;padding:12px;background:var(--paper);border-radius:8px;font-size:13px;white-space:pre-wrap;overflow-wrap:anywhere}
.letter{width:100%;height:760px;max-height:80vh;background:var(--card);border:1px solid var(--line);border-radius:12px}
.mail summary{cursor:pointer;margin-top:8px;color:var(--brand-strong)}
@media print{.button,form,nav{display:none}main{padding:0;max-width:none}.mail,.panel{box-shadow:none}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media (prefers-contrast:more){:root{--line:var(--ink);--edge:var(--ink);--quiet:var(--ink)}}
@media (forced-colors:active){.person,.panel,.mail,.button{border:1px solid ButtonText}}
`;
