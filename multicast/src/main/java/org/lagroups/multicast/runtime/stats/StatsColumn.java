package org.lagroups.multicast.runtime.stats;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A value of a line.
 *
 * @param category the object that it is in, in JSON
 * @param key its name in that object
 * @param title its name in the first row, in CSV
 */
record StatsColumn(String category, String key, String title, Value value) {

  private static final double THOUSAND = 1_000;

  /** In the order in which SRT's program writes them; the last is ours. */
  static final List<StatsColumn> ALL =
      List.of(
          measured("link", "rtt", "msRTT", StreamCounters::msRTT),
          measured("link", "bandwidth", "mbpsBandwidth", StreamCounters::mbpsBandwidth),
          counted("send", "packets", "pktSent", StreamCounters::pktSent),
          counted("send", "packetsDropped", "pktSndDrop", StreamCounters::pktSndDrop),
          counted("send", "packetsRetransmitted", "pktRetrans", StreamCounters::pktRetrans),
          counted("send", "bytes", "byteSent", StreamCounters::byteSent),
          measured("send", "mbitRate", "mbpsSendRate", StreamCounters::mbpsSendRate),
          counted("recv", "packets", "pktRecv", StreamCounters::pktRecv),
          counted("recv", "packetsLost", "pktRcvLoss", StreamCounters::pktRcvLoss),
          counted("recv", "packetsDropped", "pktRcvDrop", StreamCounters::pktRcvDrop),
          counted("recv", "packetsBelated", "pktRcvBelated", StreamCounters::pktRcvBelated),
          counted("recv", "bytes", "byteRecv", StreamCounters::byteRecv),
          measured("recv", "mbitRate", "mbpsRecvRate", StreamCounters::mbpsRecvRate),
          counted("recv", "packetsRefused", "pktRcvRefused", StreamCounters::pktRcvRefused));

  /** What to write, of the counters as they are and as they were at the last line. */
  @FunctionalInterface
  interface Value {
    Number of(StreamCounters now, StreamCounters before);
  }

  /** What was added since the last line. */
  private static StatsColumn counted(
      String category, String key, String title, ToLongFunction<StreamCounters> counter) {
    return new StatsColumn(
        category,
        key,
        title,
        (now, before) -> counter.applyAsLong(now) - counter.applyAsLong(before));
  }

  /** What it is now, to a thousandth. */
  private static StatsColumn measured(
      String category, String key, String title, ToDoubleFunction<StreamCounters> gauge) {
    return new StatsColumn(
        category,
        key,
        title,
        (now, before) -> Math.round(gauge.applyAsDouble(now) * THOUSAND) / THOUSAND);
  }
}
