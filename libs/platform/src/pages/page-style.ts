import { createHash } from 'node:crypto';

const FONT = `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif`;
const LIGHT = '--paper:#fdfefe;--ink:#152126;--ink-2:#434f54;--line:#7c898c;--accent:#006375;--bad:#9e141e;--ok:#e1f5e4;--ok-ink:#225a31;--focus:#325ac2';
const DARK = '--paper:#141b1d;--ink:#e7ecee;--ink-2:#afb9bc;--line:#6b777b;--accent:#5ec3ce;--bad:#ffaaa7;--ok:#192f1f;--ok-ink:#95daa7;--focus:#8ab8ff';

/** The one style of the public pages: 18 px of the system's font in a column of 40 rem, light or dark as the system is. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media(prefers-color-scheme:dark){:root{${DARK}}}
*,:before,:after{box-sizing:border-box}
html{font:112.5%/1.5 ${FONT};scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
header{border-bottom:1px solid var(--line)}
header>div,main,footer{max-width:40rem;margin:0 auto;padding:0 1rem}
header>div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;align-items:center;min-height:4rem;padding-top:.5rem;padding-bottom:.5rem}
header nav{display:flex;gap:1rem;align-items:baseline}
main{padding-top:2.5rem}
footer{padding-top:1.5rem;padding-bottom:2.5rem;color:var(--ink-2)}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.01em;margin:0 0 1rem}
h2{font-size:1.25rem;line-height:1.3;margin:2.25rem 0 .75rem}
p{margin:0 0 1rem}
a,.link{color:var(--accent);text-decoration:underline;text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover,.link:hover{text-decoration-thickness:2px}
.link{font:inherit;background:none;border:0;padding:.15rem 0;cursor:pointer;text-align:left}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.quiet,small{color:var(--ink-2)}
small{font-size:.85rem}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend,label{font-weight:700}
legend{padding:0;margin-bottom:.5rem}
.choice{display:flex;gap:.85rem;align-items:center;padding:.6rem 0}
.choice label{font-weight:400}
.choice input{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--accent)}
.field{margin:0 0 2rem}
.field label{display:block;margin-bottom:.25rem}
.field p{margin:0 0 .25rem}
input[type=text],input[type=email],input[type=tel],textarea{font:inherit;color:inherit;background:transparent;width:100%;min-height:2.6rem;padding:.5rem .75rem;border:2px solid var(--line);border-radius:4px}
textarea{min-height:9rem;resize:vertical;display:block}
input[type=file]{font:inherit;font-size:.85rem;max-width:100%;min-height:2.6rem;padding:.4rem 0}
.wrong{border-left:5px solid var(--bad);padding-left:1rem}
.why{color:var(--bad);font-weight:700}
.wrong input,.wrong textarea{border-color:var(--bad)}
.summary,.done{padding:1rem 1.25rem;margin-bottom:1.5rem}
.summary{border:4px solid var(--bad)}
.summary h2{margin-top:0}
.summary ul{margin:0;padding-left:2.25rem}
.summary a{color:var(--bad);font-weight:700}
.done{background:var(--ok);color:var(--ok-ink);border-left:5px solid}
.done p{margin:0}
.main{font:inherit;font-weight:700;color:#fff;background:#006375;border:2px solid transparent;border-radius:4px;min-height:2.9rem;padding:.5rem 1.15rem;cursor:pointer}
.main:hover{background:#00515f}
.number{font-size:1.75rem;font-weight:700;font-variant-numeric:tabular-nums}
.steps{list-style:none;margin:0 0 2.25rem;padding:0}
.steps li{position:relative;padding:.5rem 0 .5rem 2.4rem}
.steps li:before{content:"";position:absolute;left:.5rem;top:0;bottom:0;border-left:3px solid var(--line)}
.steps li:after{content:"";position:absolute;left:.03rem;top:.7rem;width:1.1rem;height:1.1rem;border:3px solid var(--line);border-radius:50%;background:var(--paper)}
.steps .now{font-weight:700}
.steps .now:before{border-color:var(--accent)}
.steps .now:after{border-color:var(--accent);background:var(--accent)}
article{border:1px solid var(--line);border-radius:4px;padding:1rem;margin-bottom:1rem}
article h3{font-size:1rem;margin:0;display:inline}
article .text{white-space:pre-wrap;margin:.25rem 0 0}
article ul{margin:.5rem 0 0;padding-left:1.25rem}
.rows>*{display:block;margin:0 0 .25rem}
.trap{display:none}
.away{position:absolute;left:-99rem}
@media(forced-colors:active){.steps .now:after{background:Highlight}}
@media print{header nav,form,footer{display:none}}
`
  .trim()
  .replaceAll('\n', '');

/** What Content-Security-Policy names the style by; nothing else may style or run in these pages. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
