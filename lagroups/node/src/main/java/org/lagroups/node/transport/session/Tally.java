package org.lagroups.node.transport.session;

import org.lagroups.node.transport.TransportCounters;

/** Counts what a transport does. Used on the event loop only. */
public final class Tally {

  private long wireBytesOut;
  private long wireBytesIn;
  private long sessionsOpened;
  private long dialsFailed;
  private long refusedPeers;
  private long refusedMessages;
  private long droppedSends;

  public void wireOut(long bytes) {
    wireBytesOut += bytes;
  }

  public void wireIn(long bytes) {
    wireBytesIn += bytes;
  }

  public void sessionOpened() {
    sessionsOpened++;
  }

  public void dialFailed() {
    dialsFailed++;
  }

  public void peerRefused() {
    refusedPeers++;
  }

  public void messageRefused() {
    refusedMessages++;
  }

  public void sendDropped() {
    droppedSends++;
  }

  /** The counts so far. */
  public TransportCounters counters() {
    return new TransportCounters(
        wireBytesOut,
        wireBytesIn,
        sessionsOpened,
        dialsFailed,
        refusedPeers,
        refusedMessages,
        droppedSends);
  }
}
