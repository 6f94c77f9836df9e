package org.lagroups.multicast.cli;

import java.util.Locale;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.Amounts;

/** How a stream goes, on one line. */
final class CastText {

  private static final double MEGABIT_BYTES = 125_000;

  private CastText() {}

  static String progress(CastView view) {
    return view.role().equals(CastView.SENDS) ? sending(view) : receiving(view);
  }

  /** Such as {@code 12.3 Mbit/s}. */
  static String rate(double mbps) {
    return String.format(Locale.ROOT, mbps < 10 ? "%.2f Mbit/s" : "%.0f Mbit/s", mbps);
  }

  /** What the source sends of the bound, in percent; empty if there is no bound. */
  static String ofBound(CastView view) {
    double planned = view.trees().stream().mapToDouble(tree -> tree.mbps()).sum();
    return view.boundMbps() <= 0
        ? ""
        : String.format(Locale.ROOT, "%.0f%%", 100 * planned / view.boundMbps());
  }

  private static String sending(CastView view) {
    int receivers = view.members().size();
    String to = receivers == 1 ? "1 receiver" : receivers + " receivers";
    return "%s, to %s, uplink %s".formatted(done(view), to, rate(view.counters().mbpsSendRate()));
  }

  private static String receiving(CastView view) {
    return switch (view.phase()) {
      case "asking" -> "asking the sender…";
      case "opening" -> "looking at what is there…";
      case "finishing" -> "checking the whole…";
      default -> {
        String left = left(view);
        yield "%s, %s%s"
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
        ? Amounts.bytes(view.doneBytes())
        : "%s %s of %s"
            .formatted(
                Amounts.bar(view.doneBytes(), length),
                Amounts.bytes(view.doneBytes()),
                Amounts.bytes(length));
  }

  private static String left(CastView view) {
    Long length = view.lengthBytes();
    double perSecond = view.counters().mbpsRecvRate() * MEGABIT_BYTES;
    return length == null || perSecond < 1
        ? ""
        : Amounts.seconds((long) ((length - view.doneBytes()) / perSecond));
  }
}
