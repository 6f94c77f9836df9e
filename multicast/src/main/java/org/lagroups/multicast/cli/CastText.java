package org.lagroups.multicast.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.entry.Entry;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.node.cli.Amounts;

/** How a stream goes, on one line. */
final class CastText {

  private static final String STANDARD_OUTPUT = new OutputAddress.Standard().toString();

  /** After so long without anything it is told, once until something comes. */
  static final long SILENCE_MILLIS = 3_000;

  private static final double MEGABIT_BYTES = 125_000;

  private CastText() {}

  static String progress(CastView view) {
    return view.role().equals(CastView.SENDS) ? sending(view) : receiving(view);
  }

  /** Such as {@code 12.3 Mbit/s}. */
  static String rate(double mbps) {
    return String.format(Locale.ROOT, mbps < 10 ? "%.2f Mbit/s" : "%.0f Mbit/s", mbps);
  }

  /** How a stream was when Ctrl-C ended it. */
  static String stopped(CastView view) {
    if (view.role().equals(CastView.SENDS)) {
      return "Ended: " + amount(view) + ", " + to(view);
    }
    boolean isKept =
        "file".equals(view.mode())
            && view.places().stream()
                .anyMatch(place -> !place.contains("://") && !place.equals(STANDARD_OUTPUT));
    return "Stopped at %s%s"
        .formatted(amount(view), isKept ? ", which are kept. Go on: the same command" : "");
  }

  /** What to say when nothing has come for a while; empty where nothing has to. */
  static Optional<String> silence(CastView view) {
    return switch (view.phase()) {
      case "asking" ->
          Optional.of(
              "The sender has not answered yet. It is asked for %d s"
                  .formatted(TimeUnit.MILLISECONDS.toSeconds(Entry.PATIENCE_MILLIS)));
      case "running" -> Optional.of("Nothing has come for %d s".formatted(seconds(view)));
      default -> Optional.empty();
    };
  }

  private static long seconds(CastView view) {
    return TimeUnit.MILLISECONDS.toSeconds(view.silentMillis());
  }

  private static boolean isLive(CastView view) {
    return "live".equals(view.mode());
  }

  private static String sending(CastView view) {
    return "%s, %s, uplink %s"
        .formatted(done(view), to(view), rate(view.counters().mbpsSendRate()));
  }

  private static String to(CastView view) {
    int receivers = view.members().size();
    return switch (receivers) {
      case 0 -> view.counters().pktSent() == 0 ? "to nobody yet" : "to nobody any more";
      case 1 -> "to 1 receiver directly";
      default -> "to %d receivers directly".formatted(receivers);
    };
  }

  private static String receiving(CastView view) {
    return switch (view.phase()) {
      case "asking" -> "asking the sender…";
      case "opening" -> "looking at what is there…";
      case "finishing" -> isLive(view) ? "bringing out the rest…" : "checking the whole…";
      default -> {
        String left = left(view);
        yield view.silentMillis() >= SILENCE_MILLIS
            ? "%s, nothing for %s".formatted(done(view), Amounts.seconds(seconds(view)))
            : "%s, %s%s"
                .formatted(
                    done(view),
                    rate(view.counters().mbpsRecvRate()),
                    left.isEmpty() ? "" : ", " + left + " left");
      }
    };
  }

  private static String done(CastView view) {
    Long length = view.lengthBytes();
    return length == null
        ? amount(view)
        : Amounts.bar(view.doneBytes(), length) + " " + amount(view);
  }

  private static String amount(CastView view) {
    Long length = view.lengthBytes();
    return length == null
        ? Amounts.bytes(view.doneBytes())
        : Amounts.bytes(view.doneBytes()) + " of " + Amounts.bytes(length);
  }

  private static String left(CastView view) {
    Long length = view.lengthBytes();
    double perSecond = view.counters().mbpsRecvRate() * MEGABIT_BYTES;
    return length == null || perSecond < 1
        ? ""
        : Amounts.seconds((long) ((length - view.doneBytes()) / perSecond));
  }
}
