package org.lagroups.multicast.cli;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastList;
import org.lagroups.multicast.api.CastTree;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag cast top}. */
@Command(
    name = "top",
    description = {
      "Shows the streams of the node: rates, losses, round-trip times, and of those that it sends the trees in use.",
      "Until Ctrl-C on a terminal; once elsewhere, or with --once."
    })
final class TopCommand extends LagCommand {

  private static final String CLEAR = "\u001b[H\u001b[2J";

  @Option(names = "--once", description = "One look.")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "MS",
      defaultValue = "1000",
      description = "Time between looks. Default: ${DEFAULT-VALUE}.")
  private long everyMillis;

  @Override
  public Integer call() throws InterruptedException {
    if (everyMillis < 1) {
      throw usage("--every is 1 or more");
    }
    ControlClient control = control();
    boolean isLast;
    do {
      CastList list = control.get(CommandNode.STREAMS, CastList.class);
      isLast = once || !out().isTerminal();
      if (!isLast) {
        out().line(CLEAR);
      }
      out().data(list, () -> print(list));
      if (!isLast) {
        Thread.sleep(everyMillis);
      }
    } while (!isLast);
    return DONE;
  }

  private void print(CastList list) {
    TextTable table =
        new TextTable(
            "stream", "title", "", "state", "done", "in", "out", "of bound", "lost", "late", "RTT");
    for (CastView view : list.streams()) {
      table.row(
          view.stream().substring(0, 11),
          view.title() == null ? "" : Output.safe(view.title()),
          view.role(),
          view.phase(),
          Amounts.bytes(view.doneBytes()),
          CastText.rate(view.counters().mbpsRecvRate()),
          CastText.rate(view.counters().mbpsSendRate()),
          CastText.ofBound(view),
          Long.toString(view.counters().pktRcvLoss()),
          Long.toString(view.counters().pktRcvDrop() + view.counters().pktSndDrop()),
          String.format(Locale.ROOT, "%.0f ms", view.counters().msRTT()));
    }
    table.lines().forEach(out()::line);
    list.streams().forEach(this::printTrees);
    if (list.streams().isEmpty()) {
      out().note("No streams: lag cast send --input FILE, or lag cast receive LINK --output FILE");
    }
  }

  private void printTrees(CastView view) {
    for (CastTree tree : view.trees()) {
      out().line("");
      out()
          .line(
              out()
                  .in(
                      Colour.STRONG,
                      "%s over %s"
                          .formatted(CastText.rate(tree.mbps()), view.stream().substring(0, 11))));
      Map<NodeId, StringBuilder> rows = new TreeMap<>();
      for (CastTree.Hop hop : tree.hops()) {
        rows.computeIfAbsent(hop.from(), from -> new StringBuilder(from.abbreviated()).append(" →"))
            .append(' ')
            .append(hop.to().abbreviated());
      }
      rows.values().forEach(row -> out().line("  " + row));
    }
  }
}
