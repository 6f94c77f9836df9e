package org.lagroups.scenarios.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.lagroups.scenarios.demo.guard.Exhibits;
import org.lagroups.scenarios.demo.guard.Moment;
import org.lagroups.scenarios.demo.guard.Pass;

/** The part of the page about worms: who endorsed what, and what was blocked. */
final class GuardSection {

  private GuardSection() {}

  static String render(Exhibits shown) {
    return """
    <h2>Who vouches for which signature</h2>
    <div class="graphs small">%s</div>
    <p class="sub">An arrow is an endorsement, and what is in the middle is what %s says. Red \
    ring: the two that collude. A gateway counts itself and those to whom it attests, and \
    enforces a signature once three of these endorse it.</p>
    <table><tr><th>signature</th><th>seen by</th><th>endorsed by</th><th>trusted</th>\
    <th>phase</th></tr>
    %s</table>
    <h2>What the gateways let through</h2>
    <table><tr><th>when</th><th>at</th><th>worm packets in</th><th>out</th>\
    <th>other frames in</th><th>out</th><th>byte by byte</th></tr>
    %s</table>
    """
        .formatted(
            shown.moments().stream()
                .map(moment -> figure(shown, moment))
                .collect(Collectors.joining()),
            Html.escape(shown.gateways().getFirst()),
            shown.moments().stream().map(GuardSection::rows).collect(Collectors.joining()),
            shown.passes().stream().map(GuardSection::row).collect(Collectors.joining()));
  }

  private static String figure(Exhibits shown, Moment moment) {
    return "<figure>%s<figcaption>%s</figcaption></figure>\n"
        .formatted(
            new EndorsementSvg(shown.gateways(), shown.colluders(), moment).draw(),
            Html.escape(moment.title()));
  }

  private static String rows(Moment moment) {
    return moment.alike().entrySet().stream()
        .map(entry ->
            row(
                moment.title(),
                String.join(", ", entry.getValue()),
                String.join(", ", entry.getKey().endorsers()),
                entry.getKey().count(),
                entry.getKey().phase()))
        .collect(Collectors.joining());
  }

  private static String row(Pass pass) {
    return row(
        pass.moment(),
        pass.gateway(),
        String.valueOf(pass.worms()),
        String.valueOf(pass.wormsWritten()),
        String.valueOf(Pass.FRAMES - pass.worms()),
        String.valueOf(pass.ordinaryWritten()),
        pass.isExact() ? "the same" : "not the same");
  }

  private static String row(String... cells) {
    return List.of(cells).stream()
        .map(cell -> "<td>" + Html.escape(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
