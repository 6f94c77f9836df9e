package org.lagroups.multicast.runtime.routes;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastUplink;
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

  /** Until then whoever has failed above may still be replaced. */
  private static final long LEAST_GIVE_UP_SECONDS = 5;

  private static final long MOST_GIVE_UP_SECONDS = TimeUnit.DAYS.toSeconds(7);
  private static final double LEAST_UPLINK_MBPS = 0.01;
  private static final double MOST_UPLINK_MBPS = 1_000_000;
  private static final int MAX_OUTPUTS = 16;
  private static final int MAX_INVITED = 1_000;

  private final boolean hasStandardStreams;

  /** With or without a meaning of {@code -}. */
  Wishes(boolean hasStandardStreams) {
    this.hasStandardStreams = hasStandardStreams;
  }

  Sessions.Wish sending(BeginSending body) {
    InputAddress input = address("input", body.input(), InputAddress::parse);
    if (input instanceof InputAddress.Standard) {
      requireStandard("input", "take a pipe with a name: mkfifo PIPE, --input PIPE");
    }
    if (input instanceof InputAddress.OfFile file) {
      requireAbsolute("input", file.path());
    }
    String title = body.title() == null ? name(input) : body.title();
    if (!StreamHeader.isTitle(title)) {
      throw refused(
          "title",
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
      throw refused(
          "link", String.valueOf(e.getMessage()), "copy the whole link, or ask for a new one");
    }
  }

  List<OutputAddress> outputs(List<String> texts) {
    if (texts.isEmpty() || texts.size() > MAX_OUTPUTS) {
      throw refused("outputs", "1 to %d, not %d".formatted(MAX_OUTPUTS, texts.size()), "");
    }
    Set<OutputAddress> outputs = new HashSet<>();
    for (String text : texts) {
      OutputAddress output = address("outputs", text, OutputAddress::parse);
      if (output instanceof OutputAddress.Standard) {
        requireStandard("outputs", "take http://127.0.0.1:0/ for a player, or a file");
      }
      if (output instanceof OutputAddress.OfFile file) {
        requireAbsolute("outputs", file.path());
      }
      if (!outputs.add(output)) {
        throw refused("outputs", output + " is named twice", "name each once");
      }
    }
    return texts.stream().map(OutputAddress::parse).toList();
  }

  static long latency(@Nullable Long asked) {
    long millis = asked == null ? DEFAULT_LATENCY_MILLIS : asked;
    if (millis < LEAST_LATENCY_MILLIS || millis > MOST_LATENCY_MILLIS) {
      throw refused(
          "latencyMillis",
          "%d to %d, not %d".formatted(LEAST_LATENCY_MILLIS, MOST_LATENCY_MILLIS, millis),
          "");
    }
    return millis;
  }

  static OptionalLong giveUpMillis(@Nullable Long asked) {
    if (asked == null) {
      return OptionalLong.empty();
    }
    if (asked < LEAST_GIVE_UP_SECONDS || asked > MOST_GIVE_UP_SECONDS) {
      throw refused(
          "giveUpSeconds",
          "%d to %d, not %d".formatted(LEAST_GIVE_UP_SECONDS, MOST_GIVE_UP_SECONDS, asked),
          "");
    }
    return OptionalLong.of(TimeUnit.SECONDS.toMillis(asked));
  }

  static CastUplink uplink(CastUplink asked) {
    double mbps = asked.mbps();
    if (mbps != 0 && !(mbps >= LEAST_UPLINK_MBPS && mbps <= MOST_UPLINK_MBPS)) {
      throw refused("mbps", "0.01 to 1000000, or 0 for no cap, not " + mbps, "");
    }
    return asked;
  }

  private static Optional<StreamMode> mode(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    return switch (text) {
      case "live" -> Optional.of(StreamMode.LIVE);
      case "file" -> Optional.of(StreamMode.FILE);
      default -> throw refused("mode", "live or file, not " + Printable.of(text), "");
    };
  }

  private static Audience audience(BeginSending body) {
    if (body.invited() == null) {
      return new Audience.Everybody();
    }
    if (body.invited().isEmpty() || body.invited().size() > MAX_INVITED) {
      throw refused(
          "invited",
          "1 to %d nodes, not %d".formatted(MAX_INVITED, body.invited().size()),
          "leave it out to let in everybody who has the link");
    }
    return new Audience.Invited(Set.copyOf(body.invited()));
  }

  private void requireStandard(String field, String instead) {
    if (!hasStandardStreams) {
      throw refused(
          field,
          "the node runs in another process, which has its own standard input and output",
          instead + "; or let the command run a node of its own: --home ANOTHER");
    }
  }

  private static void requireAbsolute(String field, Path path) {
    if (!path.isAbsolute()) {
      throw refused(field, "not an absolute path: " + Printable.of(path.toString()), "");
    }
  }

  private static String name(InputAddress input) {
    if (input instanceof InputAddress.OfFile file) {
      return Printable.of(String.valueOf(file.path().getFileName()));
    }
    return "";
  }

  private static <T> T address(String field, String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw refused(field, String.valueOf(e.getMessage()), "");
    }
  }

  /** What is wrong with a field, under a code that has its name. */
  private static ApiException refused(String field, String what, String hint) {
    return ApiException.badRequest("bad-" + field, field + ": " + what, hint);
  }
}
