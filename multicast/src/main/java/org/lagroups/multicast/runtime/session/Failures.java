package org.lagroups.multicast.runtime.session;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lagroups.machine.NodeAddress;
import org.lagroups.multicast.protocol.entry.EntryFailure;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.stream.StreamLink;

/** Why a stream does not come, for people. */
final class Failures {

  private Failures() {}

  /** The source is gone, or the way to it. */
  static StreamProblem gone(boolean isLive, long silentMillis, long doneBytes) {
    long seconds = seconds(silentMillis);
    return isLive
        ? new StreamProblem(
            "no sign of the sender came for %d s: the stream was cut off".formatted(seconds),
            "what came before is kept; is the sender still running? Each `lag cast send` makes a"
                + " new link")
        : new StreamProblem(
            String.format(
                Locale.ROOT,
                "no sign of the sender came for %d s, nor any of the file: %,d bytes came",
                seconds,
                doneBytes),
            "they are kept: once the sender is reached again, the same command goes on with them."
                + " If it was started again, ask for its new link");
  }

  /** The source has taken its leave before this node had all. */
  static StreamProblem ended(boolean isLive, long doneBytes) {
    String came =
        String.format(Locale.ROOT, "the sender has ended the stream: %,d bytes came", doneBytes);
    return isLive
        ? new StreamProblem(came, "they are kept; for what goes on, ask for a new link")
        : new StreamProblem(
            came + ", which is not all",
            "ask for a new link, which begins anew; what came, beside an output file as .lagpart"
                + " files, is of no more use");
  }

  /** The source of a file seems to be gone. */
  static String missed(long silentMillis, OptionalLong giveUpMillis) {
    String until =
        giveUpMillis.isPresent()
            ? "it is given up after %d s".formatted(seconds(giveUpMillis.getAsLong()))
            : "this waits until it is back, or for Ctrl-C";
    return "No sign of the sender came for %d s. What is there is kept; %s"
        .formatted(seconds(silentMillis), until);
  }

  private static String addresses(StreamLink link) {
    return link.source().addresses().stream()
        .map(NodeAddress::toString)
        .collect(Collectors.joining(", "));
  }

  private static long seconds(long millis) {
    return TimeUnit.MILLISECONDS.toSeconds(millis);
  }

  static StreamProblem of(EntryFailure why, StreamLink link) {
    return switch (why) {
      case UNREACHABLE ->
          new StreamProblem(
              "the sender was not reached at " + addresses(link),
              "is it still sending (each `lag cast send` makes a new link), and may UDP or TCP pass"
                  + " between the two machines?");
      case SILENT ->
          new StreamProblem(
              "the sender was reached, but does not answer",
              "try again; does it run a version with streams?");
      case UNKNOWN_STREAM ->
          new StreamProblem(
              "the sender does not send this stream, or no longer",
              "ask for a new link: each `lag cast send` makes its own");
      case NOT_INVITED ->
          new StreamProblem(
              "this stream is for others",
              "tell the sender the ID of your node (lag id): it has to be among --invited");
      case VANISHED ->
          new StreamProblem(
              "the sender answered, and then there was nobody any more",
              "is it still running? Each `lag cast send` makes a new link");
      case FULL ->
          new StreamProblem(
              "nobody who has this stream gave this node a place within 30 s",
              "try again when a receiver has left; may UDP or TCP pass to the others as well?");
    };
  }
}
