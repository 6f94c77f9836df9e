package org.lagroups.multicast.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastPlace;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.multicast.api.CastTree;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;

/** Streams and their trees, as people read them. */
final class TopText {

  private static final int STREAM_SHOWN = 11;
  private static final int MAX_TREES = 8;
  private static final String SELF = "this node";

  private final Output out;
  private final List<String> lines = new ArrayList<>();

  /** In the colours of {@code out}. */
  TopText(Output out) {
    this.out = out;
  }

  /** All lines. */
  List<String> of(CastTop top) {
    lines.clear();
    if (top.uplinkMbps() > 0) {
      lines.add("Uplink for all streams: at most " + CastText.rate(top.uplinkMbps()));
    }
    for (int i = 0; i < top.streams().size(); i++) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      stream(top.node(), top.streams().get(i), top.places().get(i));
    }
    return List.copyOf(lines);
  }

  private void stream(NodeId self, CastView view, CastPlace place) {
    String title = view.title() == null ? "" : Output.safe(view.title());
    lines.add(
        "%s  %s"
            .formatted(
                out.in(Colour.STRONG, title.isEmpty() ? "(no title)" : title),
                out.in(Colour.FAINT, view.stream().substring(0, STREAM_SHOWN))));
    lines.add("  %s%s, %s".formatted(view.role(), mode(view), phase(view)));
    rates(view, place);
    losses(view.counters(), place.toChildren());
    if (view.problem() != null) {
      lines.add("  " + out.in(Colour.BAD, Output.safe(view.problem())));
    }
    tree(view, place);
    trees(self, place);
  }

  private static String mode(CastView view) {
    return view.mode() == null ? "" : " a " + view.mode() + (isLive(view) ? " stream" : "");
  }

  private static boolean isLive(CastView view) {
    return "live".equals(view.mode());
  }

  private static String phase(CastView view) {
    Long length = view.lengthBytes();
    return view.phase()
        + ": "
        + Amounts.bytes(view.doneBytes())
        + (length == null ? "" : " of " + Amounts.bytes(length));
  }

  private void rates(CastView view, CastPlace place) {
    boolean sends = view.role().equals(CastView.SENDS);
    double sent = place.toChildren().mbpsSendRate() + (sends ? 0 : view.counters().mbpsSendRate());
    lines.add(
        sends
            ? "  out %s".formatted(CastText.rate(sent))
            : "  in %s, out %s"
                .formatted(CastText.rate(view.counters().mbpsRecvRate()), CastText.rate(sent)));
    if (place.boundMbps() > 0) {
      lines.add(
          "  to each child %s or more: %s of the bound, %s"
              .formatted(
                  CastText.rate(place.slowestMbps()),
                  percent(place),
                  CastText.rate(place.boundMbps())));
    }
  }

  private static String percent(CastPlace place) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * place.slowestMbps() / place.boundMbps());
  }

  private void losses(CastCounters own, CastCounters toChildren) {
    boolean isSame = own.equals(toChildren);
    long again = own.pktRetrans() + (isSame ? 0 : toChildren.pktRetrans());
    long late = own.pktRcvDrop() + own.pktSndDrop() + (isSame ? 0 : toChildren.pktSndDrop());
    double roundTrip = Math.max(own.msRTT(), toChildren.msRTT());
    String bad = own.pktRcvRefused() > 0 ? ", " + own.pktRcvRefused() + " refused" : "";
    lines.add(
        String.format(
            Locale.ROOT,
            "  chunks: %d missed, %d sent again, %d late%s; round trip %.0f ms",
            own.pktRcvLoss(),
            again,
            late,
            bad.isEmpty() ? "" : out.in(Colour.BAD, bad),
            roundTrip));
  }

  /** From the source down to whom this node's children send to, as far as that is known. */
  private void tree(CastView view, CastPlace place) {
    if (place.level() == null) {
      return;
    }
    int depth = 1;
    List<NodeId> above = place.above().reversed();
    for (NodeId node : above) {
      String source = node.equals(view.source()) ? "  source" : "";
      indented(depth++, node.abbreviated() + source + brings(place, node));
    }
    String own = above.isEmpty() ? "" : "  level " + place.level();
    indented(depth, out.in(Colour.STRONG, SELF) + own);
    for (CastPlace.Child child : place.below()) {
      String apart = child.apart() ? out.in(Colour.BAD, ", does not keep up") : "";
      indented(
          depth + 1,
          "%s  gets %s, can send %s%s"
              .formatted(
                  child.node().abbreviated(),
                  CastText.rate(child.mbps()),
                  CastText.rate(child.uplinkMbps()),
                  apart));
      int below = depth + 2;
      child.below().forEach(node -> indented(below, node.abbreviated()));
    }
    siblings(place);
  }

  private static String brings(CastPlace place, NodeId node) {
    return place.from().stream()
        .filter(flow -> flow.node().equals(node))
        .map(flow -> "  brings " + CastText.rate(flow.mbps()))
        .findFirst()
        .orElse("");
  }

  private void siblings(CastPlace place) {
    for (CastPlace.Flow flow : place.from()) {
      if (!place.above().contains(flow.node())) {
        lines.add(
            "  sibling %s  brings %s"
                .formatted(flow.node().abbreviated(), CastText.rate(flow.mbps())));
      }
    }
  }

  private void trees(NodeId self, CastPlace place) {
    if (place.trees().isEmpty()) {
      return;
    }
    int count = place.trees().size();
    lines.add(count == 1 ? "  over one tree:" : "  over %d trees:".formatted(count));
    for (CastTree tree : place.trees().stream().limit(MAX_TREES).toList()) {
      lines.add("    %s: %s".formatted(CastText.rate(tree.mbps()), hops(tree, self)));
    }
    if (place.trees().size() > MAX_TREES) {
      lines.add("    and %d more".formatted(place.trees().size() - MAX_TREES));
    }
  }

  private static String hops(CastTree tree, NodeId self) {
    Map<NodeId, List<String>> to = new LinkedHashMap<>();
    for (CastTree.Hop hop : tree.hops()) {
      to.computeIfAbsent(hop.from(), from -> new ArrayList<>()).add(hop.to().abbreviated());
    }
    List<String> parts = new ArrayList<>();
    to.forEach((from, nodes) -> {
      String name = from.equals(self) ? SELF : from.abbreviated();
      parts.add(name + " → " + String.join(" ", nodes));
    });
    return String.join("; ", parts);
  }

  private void indented(int depth, String text) {
    lines.add("  ".repeat(depth) + text);
  }
}
