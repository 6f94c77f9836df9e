package org.lagroups.multicast.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastTop;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code lag cast top}. */
@Command(
    name = "top",
    description = {
      "Shows the streams of the node as they go.",
      "",
      "Of each: what goes in and out, what was missed, came late or was sent again, who is above"
          + " and below this node in the stream's tree, and how fast it comes to them. Of what this"
          + " node sends to its children: the trees over which they pass it on, and the rate at the"
          + " slowest of them as a part of the greatest that their uplinks allow.",
      "",
      "On a terminal, or with --every, again and again until Ctrl-C; else once."
    })
final class TopCommand extends LagCommand {

  private static final long EVERY_MILLIS = 1_000;
  private static final long LEAST_EVERY_MILLIS = 100;

  @Option(names = "--once", description = "One look.")
  private boolean once;

  @Option(
      names = "--every",
      paramLabel = "MS",
      description = "Time between looks, 100 or more. Default: 1000, on a terminal.")
  private @Nullable Long everyMillis;

  @Override
  public Integer call() throws InterruptedException {
    if (everyMillis != null && everyMillis < LEAST_EVERY_MILLIS) {
      throw usage("--every is 100 or more");
    }
    if (everyMillis != null && once) {
      throw usage("--once and --every contradict each other");
    }
    ControlClient control = control();
    if (once || (everyMillis == null && !Ansi.AUTO.enabled())) {
      show(control, new Screen(out(), false));
      return DONE;
    }
    try (Screen screen = new Screen(out(), out().isTerminal())) {
      while (true) {
        show(control, screen);
        Thread.sleep(everyMillis == null ? EVERY_MILLIS : everyMillis);
      }
    }
  }

  private void show(ControlClient control, Screen screen) {
    CastTop top = control.get(CommandNode.TOP, CastTop.class);
    out().data(top, () -> screen.show(lines(top)));
  }

  private List<String> lines(CastTop top) {
    return top.streams().isEmpty()
        ? List.of("No streams. Start one: lag cast send --input FILE, or lag cast receive LINK")
        : new TopText(out()).of(top);
  }
}
