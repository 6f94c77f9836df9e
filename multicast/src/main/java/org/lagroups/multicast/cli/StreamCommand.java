package org.lagroups.multicast.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Mixin;

/** A command that begins a stream at a node, and follows it until it is over or Ctrl-C ends it. */
abstract class StreamCommand extends LagCommand {

  @Mixin private LatencyOption latency = new LatencyOption();

  @Mixin private UplinkOption uplink = new UplinkOption();

  @Mixin private StatsOptions stats = new StatsOptions();

  /**
   * What is asked of the node.
   *
   * @param path where
   * @param body as JSON
   * @param places inputs or outputs, of which {@code -} is for a node of the command's own
   * @param instead what to do where it is not
   */
  record Wish(String path, Object body, List<String> places, String instead) {}

  /** What is wished, with that latency; nothing has been asked of any node yet. */
  abstract Wish wish(@Nullable Long latencyMillis);

  /**
   * Follows what has begun to its end.
   *
   * @return the last look at it
   */
  abstract CastView follow(CastView begun, CastWatch watch) throws InterruptedException;

  /** Says how it ended. */
  abstract void print(CastView last);

  @Override
  public final Integer call() throws InterruptedException {
    checkOptions();
    Wish wish = wish(latency.millis());
    try (CommandNode node = CommandNode.of(home(), environment(), out())) {
      for (String place : wish.places()) {
        node.requireOwn(place, wish.instead());
      }
      uplink.tell(node.control());
      follow(node, node.control().post(wish.path(), wish.body(), CastView.class));
    }
    return DONE;
  }

  private void checkOptions() {
    if (!stats.isPossible()) {
      throw usage("--stats is 1 or more");
    }
    if (!uplink.isPossible()) {
      throw usage("--uplink is 0.01 to 1000000 Mbit/s, or 0 for no cap");
    }
    if (!latency.isPossible()) {
      throw usage("--latency is 100 to 60000 ms");
    }
  }

  private void follow(CommandNode node, CastView begun) throws InterruptedException {
    ControlClient control = node.control();
    String path = CommandNode.STREAMS + "/" + begun.stream();
    ProgressLine line = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
    CastWatch watch =
        new CastWatch(out(), line, stats, begun, () -> control.get(path, CastView.class));
    node.onEnd(() -> watch.interrupted(() -> CommandNode.end(control, path)));
    try {
      CastView last = follow(begun, watch);
      watch.over(last);
      print(last);
    } finally {
      watch.over();
      var _ = CommandNode.end(control, path);
    }
  }
}
