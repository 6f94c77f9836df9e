package org.lagroups.multicast.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.CommandFailedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag cast receive}. */
@Command(
    name = "receive",
    description = {
      "Receives a stream, and passes it on to others as its sender plans.",
      "",
      "A file gets its name only when it is whole, and never in place of another.",
      "Ctrl-C keeps what is there; the same command goes on later.",
      "A live stream begins where it is, and ends when its sender ends it.",
      "",
      "If no node runs at --home, this command runs it."
    })
final class ReceiveCommand extends StreamCommand {

  private static final long LEAST_GIVE_UP_SECONDS = 5;
  private static final long MOST_GIVE_UP_SECONDS = 604_800;

  @Parameters(paramLabel = "LINK", description = "What `lag cast send` printed.")
  private String link = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      required = true,
      description = {
        "FILE, - (standard output), udp://HOST:PORT, or http://127.0.0.1:PORT/ for players.",
        "May be given several times."
      })
  private List<String> outputs = List.of();

  @Option(
      names = "--give-up",
      paramLabel = "SECONDS",
      description = {
        "Fail when no sign of the sender has come for so long, 5 to 604800.",
        "Default: 30 for a live stream; a file is waited for."
      })
  private @Nullable Long giveUpSeconds;

  @Override
  Wish wish(@Nullable Long latencyMillis) {
    if (giveUpSeconds != null
        && (giveUpSeconds < LEAST_GIVE_UP_SECONDS || giveUpSeconds > MOST_GIVE_UP_SECONDS)) {
      throw usage("--give-up is 5 to 604800 s");
    }
    List<String> absolute = absoluteOutputs();
    return new Wish(
        "/v1/cast/received",
        new BeginReceiving(soundLink(), absolute, latencyMillis, giveUpSeconds),
        outputs,
        "--output http://127.0.0.1:0/ for a player, or a file");
  }

  @Override
  CastView follow(CastView begun, CastWatch watch) throws InterruptedException {
    announce(watch.until(ReceiveCommand::isBegun));
    return watch.until(view -> view.phase().equals("done"));
  }

  private static boolean isBegun(CastView view) {
    return !view.phase().equals("asking") && !view.phase().equals("opening");
  }

  private void announce(CastView view) {
    String title = view.title() == null || view.title().isEmpty() ? "" : view.title() + ": ";
    out().note("Receiving %s%s".formatted(title, String.join(", ", view.places())));
  }

  /** Standard output is the stream's, if it was asked for. */
  @Override
  void print(CastView view) {
    String text =
        "Received %s: %s"
            .formatted(Amounts.bytes(view.doneBytes()), String.join(", ", view.places()));
    if (outputs.contains("-")) {
      out().note(text);
    } else {
      out().data(view, () -> out().line(text));
    }
  }

  /** A link that was not copied whole is told before a node is started for it. */
  private String soundLink() {
    try {
      return StreamLink.parse(link).text();
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          String.valueOf(e.getMessage()), "copy the whole link, or ask for a new one");
    }
  }

  private List<String> absoluteOutputs() {
    List<String> absolute = new ArrayList<>();
    for (String output : outputs) {
      try {
        absolute.add(
            OutputAddress.parse(output) instanceof OutputAddress.OfFile file
                ? absolute(file.path()).toString()
                : output);
      } catch (IllegalArgumentException e) {
        throw usage("--output: " + e.getMessage());
      }
    }
    return absolute;
  }
}
