package org.lagroups.multicast.runtime.stats;

/**
 * Counters of a stream since its start, and rates of the last moments. Names are SRT's; a packet is
 * a chunk.
 */
public interface StreamCounters {

  /** Chunks sent, repairs included. */
  long pktSent();

  /** Bytes sent. */
  long byteSent();

  /** Chunks sent again. */
  long pktRetrans();

  /** Chunks not sent, since it was too late or too much waited. */
  long pktSndDrop();

  /** Different chunks that came and were sound. */
  long pktRecv();

  /** Their bytes. */
  long byteRecv();

  /** Chunks that were missing when they should have been there. */
  long pktRcvLoss();

  /** Chunks given up. */
  long pktRcvDrop();

  /** Chunks that came when they were there already, or given up. */
  long pktRcvBelated();

  /** Chunks that failed their check; SRT has no such thing. */
  long pktRcvRefused();

  /** What goes out, in Mbit/s. */
  double mbpsSendRate();

  /** What comes in, in Mbit/s. */
  double mbpsRecvRate();

  /** What the uplink can carry, in Mbit/s; 0 if that is not known. */
  double mbpsBandwidth();

  /** Round trip, in milliseconds. */
  double msRTT();
}
