// SPDX-FileCopyrightText: 2026 The Vitrina authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/ReportParts.hpp"

namespace vitrina::insight {

/// Tokens as on the viewers' page (design/web): blue is the audience, orange money, grey the rest. No font is
/// loaded.
const std::string_view reportStyle = R"css(
:root{color-scheme:light dark;--bg:#FAF8F4;--surface:#FFF;--line:#E4DDD0;--line-strong:#867D6E;--ink:#1D1A15;--ink-2:#544D43;
--brand-wash:#FFF3DC;--brand-ink:#8A4A00;--bad:#B0221C;--bad-wash:#FCE7E4;--ok:#1B6B46;--info:#1F5D9F;--info-wash:#E6F0FA;
--viz-1:#2B67A8;--viz-2:#C4560A;--viz-n:#9A9284}
@media (prefers-color-scheme:dark){:root{--bg:#14120E;--surface:#1D1A16;--line:#38322A;--line-strong:#8D8474;--ink:#F6F2EA;
--ink-2:#CDC5B7;--brand-wash:#3A2A0E;--brand-ink:#FFC766;--bad:#FF9A8F;--bad-wash:#43170F;--ok:#6FD3A2;--info:#93C2F5;
--info-wash:#12293F;--viz-1:#7DB5F0;--viz-2:#F39A4B;--viz-n:#8A8172}}
*{box-sizing:border-box;margin:0}
html{font:14px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:var(--bg);color:var(--ink);
-webkit-text-size-adjust:100%;font-variant-numeric:tabular-nums lining-nums}
body{max-width:1440px;margin:0 auto;padding:18px 28px 28px}
:focus-visible{outline:3px solid var(--info);outline-offset:2px;border-radius:6px}
header{display:flex;align-items:center;gap:13px;flex-wrap:wrap}
h1{font-size:23px;line-height:1.2;letter-spacing:-.012em}h2{font-size:16px;line-height:1.3}
h2 small{font-weight:400;font-size:12.5px;color:var(--ink-2);margin-left:8px}
header p{color:var(--ink-2);font-size:13.5px}
.mark{width:36px;height:36px;flex:none}
.pill{display:inline-block;padding:2px 9px;border-radius:99px;font-size:12.5px;font-weight:650;background:var(--info-wash);
color:var(--info);border:1.5px dashed var(--info);vertical-align:3px}
.kpi{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:1px;margin:14px 0 12px;background:var(--line);
border:1px solid var(--line);border-radius:18px;overflow:hidden}
.kpi div{padding:13px 17px;background:var(--surface)}.kpi div:first-child{background:var(--brand-wash)}
.kpi dt{font-size:13px;font-weight:600;color:var(--ink-2)}.kpi dd{margin:0;font-size:12.5px;line-height:1.38;color:var(--ink-2)}
.kpi dd.v{font-size:28px;line-height:1.2;font-weight:800;letter-spacing:-.02em;color:var(--ink)}
section{background:var(--surface);border:1px solid var(--line);border-radius:18px;padding:14px 17px;margin-bottom:12px}
.two{display:grid;grid-template-columns:1.6fr 1fr;gap:12px;align-items:start}
.say{color:var(--ink-2);font-size:13px;margin:8px 0 0}
.scroll{overflow-x:auto;margin-top:8px}
.plot{display:grid;grid-template-columns:104px minmax(540px,1fr)}
.names{position:sticky;left:0;z-index:2;background:var(--surface);padding-right:8px}
.names div,.rows>div{height:60px}.names .v,.rows>.v{height:88px}.names .s,.rows>.s{height:22px}.names .i,.rows>.i{height:26px}
.names div{display:flex;flex-direction:column;justify-content:center;font-weight:700;font-size:13.5px;line-height:1.25}
.names small{font-weight:400;font-size:12px;color:var(--ink-2)}
.rows{position:relative;min-width:0}.rows>div{position:relative}
.rows svg{position:absolute;inset:0;width:100%;height:100%;display:block;overflow:visible}
.rows>.band{position:absolute;top:22px;bottom:22px;height:auto;background:var(--viz-n);opacity:.12}
.rows>.tick{position:absolute;top:20px;bottom:22px;height:auto;width:1px;background:var(--line)}
.lab{position:absolute;font-size:12px;line-height:20px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:var(--ink)}
.lab.t{color:var(--ink-2);font-size:11.5px;transform:translateX(-50%)}.lab.t:first-child{transform:none}
.lab.p{font-weight:700;overflow:visible;top:0;line-height:15px}
.area{fill:var(--viz-1);opacity:.2}.line{fill:none;stroke:var(--viz-1);stroke-width:2.2;vector-effect:non-scaling-stroke}
.base{stroke:var(--line-strong);stroke-width:1.2;vector-effect:non-scaling-stroke}.b1{fill:var(--viz-1)}.b2{fill:var(--viz-2)}
.inc{position:absolute;top:6px;height:10px;min-width:10px;border-radius:3px;
background:repeating-linear-gradient(135deg,var(--bad) 0 3px,var(--bad-wash) 3px 6px)}
details{margin-top:10px;font-size:13px}summary{cursor:pointer;color:var(--brand-ink);font-weight:600;padding:4px 0}
table{border-collapse:collapse;width:100%;font-size:13px;margin-top:8px}
th{font-size:12.5px;font-weight:600;color:var(--ink-2);text-align:right;vertical-align:bottom;padding:4px 10px 5px}
td{padding:6px 10px;border-top:1px solid var(--line);text-align:right;white-space:nowrap}
th.w,td.w{text-align:left;white-space:normal;min-width:130px}th:first-child,td:first-child{padding-left:2px}
th.m{padding-right:129px}td.w b{font-weight:650}td small,.off{color:var(--ink-2);font-size:12.5px}
td.m b{display:inline-block;min-width:76px}.bar{display:inline-block;height:12px;border-radius:3px;background:var(--viz-2);
vertical-align:-1px;margin-left:9px}.track{display:inline-block;width:110px;text-align:left}
.bad{color:var(--bad);font-weight:650}
.faults{list-style:none;padding:0;margin-top:8px;font-size:13px}
.faults li{display:grid;grid-template-columns:56px 1fr auto;gap:8px;padding:6px 0;border-top:1px solid var(--line)}
.faults b{color:var(--bad);text-align:right}.faults span{color:var(--ink-2)}
@media (max-width:1023px){.two{grid-template-columns:1fr;gap:0}.track{display:none}th.m{padding-right:10px}}
@media (max-width:599px){body{padding:14px 12px 20px}.kpi{grid-template-columns:1fr 1fr}.kpi div{padding:11px 13px}
.kpi div:first-child,.kpi div:last-child{grid-column:1/-1}.kpi dd.v{font-size:24px}h2 small{display:block;margin:2px 0 0}
.plot{grid-template-columns:84px minmax(560px,1fr)}
.cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cards tr{display:grid;grid-template-columns:1fr 1fr;gap:2px 14px;padding:9px 0;border-top:1px solid var(--line)}
.cards td{display:flex;justify-content:space-between;gap:8px;border:0;padding:1px 2px;text-align:right}
.cards td::before{content:attr(data-l);color:var(--ink-2)}.cards td.w{grid-column:1/-1;display:block;text-align:left}
.cards td.w::before{content:none}td.m b{min-width:0}}
@media print{body{max-width:none;padding:0}section,.kpi{break-inside:avoid}}
)css";

} // namespace vitrina::insight
