package org.lagroups.scenarios.demo;

import java.util.stream.Collectors;
import org.lagroups.multicast.picture.PlanSvg;

/** The demo's result as one self-contained HTML page: no scripts, nothing fetched. */
final class DemoPage {

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1c2330;--paper:#fff;--soft:#667085;--line:#98a2b3;
        --good:#0a7d4f;--bad:#b3261e;--p0:#0072b2;--p1:#d55e00;--p2:#009e73;--fill:#eef2f7}
      @media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--paper:#14181f;--soft:#98a2b3;
        --line:#667085;--good:#4ec98f;--bad:#ff8a80;--p0:#56b4e9;--p1:#e69f00;--p2:#2fd3a3;--fill:#222a35}}
      body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);
        max-width:1020px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2rem}
      p.sub{color:var(--soft);margin-top:0}
      .graphs{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:1rem}
      .small{grid-template-columns:repeat(auto-fit,minmax(260px,1fr))}
      figure{margin:0}figcaption{color:var(--soft);font-size:.9rem}
      svg{width:100%;height:auto}
      line{stroke:var(--line);stroke-width:1.4}.arrow{fill:var(--line)}
      line.cut{stroke-dasharray:1 6;opacity:.6}
      line.path{stroke-width:4}line.path0{stroke:var(--p0)}line.path1{stroke:var(--p1)}
      line.path2{stroke:var(--p2)}
      .node circle{fill:var(--fill);stroke:var(--ink);stroke-width:1.5}
      .node text{font-size:12px;text-anchor:middle;fill:var(--ink)}
      .gone{opacity:.35}.gone circle{stroke-dasharray:4 3}
      .liar circle{stroke:var(--bad);stroke-width:3.5}
      line.vouch{stroke:var(--p0);stroke-width:4}#vouch path{fill:var(--p0)}
      .signature circle{fill:none;stroke:var(--line);stroke-width:1.5}
      .enforced circle{stroke:var(--good);stroke-width:3.5}
      .signature text{font-size:13px;text-anchor:middle;fill:var(--ink)}
      ol{padding-left:1.4rem}li{margin-bottom:.7rem}
      .ok::before{content:"✓ ";color:var(--good);font-weight:700}
      .no::before{content:"✗ ";color:var(--bad);font-weight:700}
      .details{color:var(--soft);font-size:.92rem;white-space:pre-wrap;
        font-family:ui-monospace,monospace;overflow-wrap:anywhere}
      table{border-collapse:collapse}td,th{padding:.25rem 1rem .25rem 0;text-align:left;
        border-bottom:1px solid var(--line);font-weight:400}
      """;

  private DemoPage() {}

  static String render(DemoReport report) {
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <title>LA-Groups: the demo</title><style>
    %s</style></head><body>
    <h1>Eight nodes that vouch for each other</h1>
    <p class="sub">%s. %s</p>
    <div class="graphs">%s%s</div>
    %s
    %s
    <h2>What was to be seen</h2>
    <ol>%s</ol>
    <h2>Figures</h2>
    <table>%s</table>
    </body></html>
    """
        .formatted(
            STYLE,
            Html.escape(report.when()),
            report.passed() ? "Every step was observed." : "Not every step was observed.",
            figure(
                "Before: a line is a mutual attestation, a dotted one a pair that cannot talk "
                    + "directly. Coloured: the vertex-disjoint paths of the check. Red ring: the "
                    + "relay that lies.",
                report.before()),
            figure("After one node was killed.", report.after()),
            report.guarded().map(GuardSection::render).orElse(""),
            report.streamed().map(DemoPage::stream).orElse(""),
            report.steps().stream().map(DemoPage::step).collect(Collectors.joining()),
            report.figures().stream().map(DemoPage::row).collect(Collectors.joining()));
  }

  private static String figure(String caption, GraphPicture picture) {
    return "<figure>%s<figcaption>%s</figcaption></figure>\n"
        .formatted(GraphSvg.draw(picture), Html.escape(caption));
  }

  private static String stream(DemoReport.Streamed streamed) {
    return """
    <h2>Who passed the stream to whom</h2>
    <figure>%s<figcaption>%d trees, each for a part of the stream. A thick one carries more of it; \
    who is filled relays. Who cannot talk directly is in no tree next to each other.<br>
    Planned to each: %s. Received by the slowest, measured until a relay was killed: \
    %s.</figcaption></figure>
    """
        .formatted(
            PlanSvg.draw(streamed.trees()),
            streamed.trees().size(),
            Html.escape(streamed.ofBound(streamed.plannedMbps())),
            streamed.receivedMbps() > 0
                ? Html.escape(streamed.ofBound(streamed.receivedMbps()))
                : "it did not come to that");
  }

  private static String step(Step step) {
    return "<li class=\"%s\">%s <small>(%.1f s)</small><div class=\"details\">%s</div></li>\n"
        .formatted(
            step.observed() ? "ok" : "no",
            Html.escape(step.claim()),
            step.millis() / 1000.0,
            Html.escape(String.join("\n", step.details())));
  }

  private static String row(DemoReport.Figure figure) {
    return "<tr><th>%s</th><td>%s</td></tr>\n"
        .formatted(Html.escape(figure.name()), Html.escape(figure.value()));
  }
}
