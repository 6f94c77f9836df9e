package org.lagroups.multicast.runtime.routes;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.session.Sessions;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.node.control.ApiException;

/** Reads what somebody wishes; refuses what cannot be meant. */
final class Wishes {

  private static final long DEFAULT_LATENCY_MILLIS = 1_000;
  private static final long LEAST_LATENCY_MILLIS = 100;
  private static final long MOST_LATENCY_MILLIS = 60_000;
  private static final int MAX_OUTPUTS = 16;
  private static final int MAX_INVITED = 1_000;

  private final boolean hasStandardStreams;

  /** With or without a meaning of {@code -}. */
  Wishes(boolean hasStandardStreams) {
    this.hasStandardStreams = hasStandardStreams;
  }

  Sessions.Wish sending(BeginSending body) {
    InputAddress input = address(body.input(), InputAddress::parse);
    if (input instanceof InputAddress.Standard) {
      requireStandard("take a pipe with a name: mkfifo PIPE, --input PIPE");
    }
    if (input instanceof InputAddress.OfFile file) {
      requireAbsolute(file.path());
    }
    String title = body.title() == null ? name(input) : body.title();
    if (!StreamHeader.isTitle(title)) {
      throw ApiException.badRequest(
          "bad-title",
          "not a title: " + Printable.of(title),
          "a title has at most 120 characters, all of which can be shown");
    }
    return new Sessions.Wish(
        input, title, mode(body.mode()), latency(body.latencyMillis()), audience(body));
  }

  StreamLink link(String text) {
    try {
      return StreamLink.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-link", String.valueOf(e.getMessage()), "copy the whole link, or ask for a new one");
    }
  }

  List<OutputAddress> outputs(List<String> texts) {
    if (texts.isEmpty() || texts.size() > MAX_OUTPUTS) {
      throw ApiException.badRequest(
          "bad-outputs", "1 to %d outputs, not %d".formatted(MAX_OUTPUTS, texts.size()), "");
    }
    Set<OutputAddress> outputs = new HashSet<>();
    for (String text : texts) {
      OutputAddress output = address(text, OutputAddress::parse);
      if (output instanceof OutputAddress.Standard) {
        requireStandard("take http://127.0.0.1:0/ for a player, or a file");
      }
      if (output instanceof OutputAddress.OfFile file) {
        requireAbsolute(file.path());
      }
      if (!outputs.add(output)) {
        throw ApiException.badRequest("bad-outputs", output + " is named twice", "");
      }
    }
    return texts.stream().map(OutputAddress::parse).toList();
  }

  static long latency(@Nullable Long asked) {
    long millis = asked == null ? DEFAULT_LATENCY_MILLIS : asked;
    if (millis < LEAST_LATENCY_MILLIS || millis > MOST_LATENCY_MILLIS) {
      throw ApiException.badRequest(
          "bad-latency",
          "a latency of %d ms is out of range".formatted(millis),
          "%d to %d".formatted(LEAST_LATENCY_MILLIS, MOST_LATENCY_MILLIS));
    }
    return millis;
  }

  private static Optional<StreamMode> mode(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text) {
      case "live" -> Optional.of(StreamMode.LIVE);
      case "file" -> Optional.of(StreamMode.FILE);
      default ->
          throw ApiException.badRequest(
              "bad-mode", "a mode is live or file, not " + Printable.of(text), "");
    };
  }

  private static Audience audience(BeginSending body) {
    if (body.invited() == null) {
      return new Audience.Everybody();
    }
    if (body.invited().isEmpty() || body.invited().size() > MAX_INVITED) {
      throw ApiException.badRequest(
          "bad-invited",
          "1 to %d nodes can be invited, not %d".formatted(MAX_INVITED, body.invited().size()),
          "leave it out to let in everybody who has the link");
    }
    return new Audience.Invited(Set.copyOf(body.invited()));
  }

  private void requireStandard(String instead) {
    if (!hasStandardStreams) {
      throw ApiException.badRequest(
          "no-standard-stream",
          "the node runs in another process, which has its own standard input and output",
          instead + "; or let the command run a node of its own: --home ANOTHER");
    }
  }

  private static void requireAbsolute(Path path) {
    if (!path.isAbsolute()) {
      throw ApiException.badRequest(
          "bad-path", "not an absolute path: " + Printable.of(path.toString()), "");
    }
  }

  private static String name(InputAddress input) {
    if (input instanceof InputAddress.OfFile file) {
      return Printable.of(String.valueOf(file.path().getFileName()));
    }
    return "";
  }

  private static <T> T address(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-address", String.valueOf(e.getMessage()), "");
    }
  }
}
