/** Inside the shadow root only: nothing of the page gets in, nothing of it gets out. Colours as in web/customer/tokens.css. */
const CSS = `
:host{all:initial;color-scheme:light dark;--paper:#faf9f6;--surface:#fff;--sunken:#f3f1ec;--line:#d9d4c8;--ink:#23211d;--ink2:#5e5a52;--pine:#1d6b5e;--on:#fff;--soft:#e3f0ec;--red:#a8321b}
@media (prefers-color-scheme:dark){:host{--paper:#171714;--surface:#1f1f1b;--sunken:#191916;--line:#3f3d36;--ink:#ece9e1;--ink2:#b3aea2;--pine:#5fb8a5;--on:#10201c;--soft:#1f3a34;--red:#ee7a62}}
*{box-sizing:border-box;margin:0;padding:0;font:14px/1.6 "PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;color:inherit}
.all{position:fixed;z-index:2147483000;right:16px;bottom:16px;color:var(--ink)}
button{cursor:pointer;border:0;background:none;min-height:40px}
button:focus-visible,textarea:focus-visible,input:focus-visible,a:focus-visible,.log:focus-visible{outline:2px solid var(--pine);outline-offset:2px}
.open{display:flex;align-items:center;gap:8px;min-height:48px;padding:0 18px 0 14px;border-radius:24px;background:var(--pine);color:var(--on);box-shadow:0 4px 16px #0003}
.open svg,.pick svg{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linejoin:round}
.pick{display:grid;place-items:center;width:40px;color:var(--ink2);border-radius:10px}
form>.bad{flex-basis:100%;font-size:12px}form>.bad:empty{display:none}
.pic{position:relative;display:block;padding:0;margin-bottom:4px;border-radius:12px;overflow:hidden;border:1px solid var(--line);background:var(--sunken)}
.visitor .pic{margin-left:auto}
.pic canvas{display:block;max-width:min(220px,60vw);max-height:220px;min-width:48px;min-height:48px;width:auto;height:auto}
.lost{position:absolute;inset:0;display:grid;place-items:center;padding:4px;font-size:12px;color:var(--pine);background:var(--surface)}
progress{width:72px;height:6px;margin-right:6px;accent-color:var(--pine)}
.stage{position:absolute;inset:0;z-index:1;display:flex;flex-direction:column;align-items:center;padding:0 8px 8px;background:var(--paper)}
.stage canvas{margin:auto;max-width:100%;max-height:calc(100% - 48px)}
.stage .close{align-self:flex-end;flex:none}
.dot{width:9px;height:9px;border-radius:50%;background:#ffd27a}
.panel{position:relative;display:flex;flex-direction:column;width:min(376px,calc(100vw - 32px));height:min(580px,calc(100vh - 32px));height:min(580px,calc(100dvh - 32px));background:var(--paper);border:1px solid var(--line);border-radius:16px;box-shadow:0 12px 40px #0003;overflow:hidden}
[hidden]{display:none!important}
header{display:flex;align-items:center;gap:8px;padding:10px 8px 10px 16px;border-bottom:1px solid var(--line);background:var(--surface)}
header div{flex:1;min-width:0}
h2{font-size:16px;font-weight:600;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.state,.meta{font-size:12px;color:var(--ink2)}
.close{padding:0 12px;border-radius:8px;color:var(--ink2)}
.log{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:16px}
ol{list-style:none;display:flex;flex-direction:column;gap:10px}
li{max-width:86%;align-self:flex-start;overflow-wrap:anywhere}
li.visitor{align-self:flex-end;text-align:right}
.words{display:inline-block;text-align:left;white-space:pre-wrap;padding:8px 12px;border-radius:12px;background:var(--surface);border:1px solid var(--line)}
.visitor .words{background:var(--soft);border-color:transparent}
a,.again{color:var(--pine);text-decoration:underline}
.again{min-height:24px;padding:0 4px;font-size:12px}
.bad{color:var(--red)}
.name{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
form{display:flex;flex-wrap:wrap;gap:8px;padding:10px 12px;border-top:1px solid var(--line);background:var(--surface);align-items:flex-end}
.ask{background:var(--soft)}
.ask p{flex-basis:100%}
textarea,input{flex:1;min-width:0;min-height:40px;max-height:120px;padding:8px 10px;border:1px solid var(--ink2);border-radius:10px;background:var(--paper);resize:none;font-size:16px}
.send{padding:0 16px;border-radius:10px;background:var(--pine);color:var(--on)}
@media (max-width:420px){.all.wide{right:0;bottom:0;left:0}.wide .panel{width:100vw;height:min(600px,90vh);height:min(600px,90dvh);border-radius:16px 16px 0 0}}
`

/** A sheet made by script needs no permission of the page's policy; browsers that cannot do that get a style element. */
export function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(CSS)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = document.createElement('style')
    style.textContent = CSS
    root.append(style)
  }
}
