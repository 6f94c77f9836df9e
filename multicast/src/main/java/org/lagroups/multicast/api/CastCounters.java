package org.lagroups.multicast.api;

import org.lagroups.multicast.runtime.stats.StreamCounters;

/** The counters of a stream, as JSON; what they mean is said in {@link StreamCounters}. */
public record CastCounters(
    long pktSent,
    long byteSent,
    long pktRetrans,
    long pktSndDrop,
    long pktRecv,
    long byteRecv,
    long pktRcvLoss,
    long pktRcvDrop,
    long pktRcvBelated,
    long pktRcvRefused,
    double mbpsSendRate,
    double mbpsRecvRate,
    double mbpsBandwidth,
    double msRTT)
    implements StreamCounters {

  /** Of a stream of which nothing has come or gone. */
  public static final CastCounters NONE =
      new CastCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
