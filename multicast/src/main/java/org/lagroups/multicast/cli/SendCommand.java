package org.lagroups.multicast.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.node.cli.Output.Colour;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code lag cast send}. */
@Command(
    name = "send",
    description = {
      "Sends a file or a live stream to whoever has the link that this prints.",
      "Receivers pass it on to each other, so it does not matter that your uplink is slow.",
      "",
      "A file is sent until Ctrl-C: each receiver gets all of it, whenever it comes.",
      "A live stream ends with its input; who comes late begins where it is.",
      "",
      "If no node runs at --home, this command runs it."
    })
final class SendCommand extends StreamCommand {

  @Option(
      names = {"-i", "--input"},
      paramLabel = "INPUT",
      required = true,
      description = "FILE, - (standard input) or udp://HOST:PORT (MPEG-TS).")
  private String input = "";

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What receivers see. Default: the name of the file.")
  private @Nullable String title;

  @ArgGroup private Mode mode = new Mode();

  @Option(
      names = "--invited",
      paramLabel = "NODE",
      arity = "1..*",
      split = ",",
      converter = ToNode.class,
      description = {
        "Only these nodes receive it, by the IDs that lag id shows them; several with commas.",
        "Default: everybody who has the link."
      })
  private @Nullable List<NodeId> invited;

  /** One or the other. */
  static final class Mode {
    @Option(names = "--live", description = "Late is lost. Default for all but files.")
    private boolean live;

    @Option(names = "--file", description = "Nothing is lost. Default for files.")
    private boolean file;

    @Nullable String word() {
      return live ? "live" : file ? "file" : null;
    }
  }

  /** What is printed once it is being sent. */
  record Sent(String stream, String mode, @Nullable String title, String link, String input) {}

  /** Reads a node's ID. */
  static final class ToNode implements ITypeConverter<NodeId> {
    @Override
    public NodeId convert(String text) {
      try {
        return NodeId.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  @Override
  Wish wish(@Nullable Long latencyMillis) {
    return new Wish(
        "/v1/cast/sent",
        new BeginSending(absoluteInput(), title, mode.word(), latencyMillis, invited),
        List.of(input),
        "take a pipe with a name: mkfifo PIPE, --input PIPE");
  }

  @Override
  CastView follow(CastView begun, CastWatch watch) throws InterruptedException {
    announce(begun);
    return watch.until(SendCommand::isOver);
  }

  @Override
  void print(CastView last) {
    out().note("Sent " + CastText.progress(last));
  }

  private void announce(CastView begun) {
    Sent sent =
        new Sent(
            begun.stream(),
            String.valueOf(begun.mode()),
            begun.title(),
            String.valueOf(begun.link()),
            begun.places().getFirst());
    out().data(sent, () -> out().line(sent.link()));
    if (!out().isJson()) {
      out()
          .note(
              "%s %s. To receive it: lag cast receive LINK --output FILE"
                  .formatted(
                      out().in(Colour.GOOD, sent.mode().equals("live") ? "Live:" : "File:"),
                      sent.input()));
      out()
          .note(
              sent.mode().equals("live")
                  ? "Ctrl-C ends it."
                  : "Ctrl-C ends it: whoever has not got all of it by then never will.");
    }
  }

  /** A file goes on for the sake of those who are still to come. */
  private static boolean isOver(CastView view) {
    return "live".equals(view.mode()) && view.phase().equals("done");
  }

  private String absoluteInput() {
    try {
      return InputAddress.parse(input) instanceof InputAddress.OfFile file
          ? absolute(file.path()).toString()
          : input;
    } catch (IllegalArgumentException e) {
      throw usage("--input: " + e.getMessage());
    }
  }
}
