package org.lagroups.simnet.net;

/**
 * How links are made and given up; the defaults resemble the real transport.
 *
 * @param handshakeTimeoutMillis a handshake that takes longer has failed
 * @param firstRetryMillis wait before the second attempt; it doubles with each one
 * @param maxRetryMillis the longest wait between attempts; each wait is spread by ±25%
 * @param keepAliveMillis how often a link is kept alive while a side wants it
 * @param idleTimeoutMillis a link goes down when nothing was heard for so long
 * @param lingerMillis a link that neither side wants is closed after this
 * @param queueBytes limit of what waits to leave, for each link and delivery
 */
public record LinkSettings(
    long handshakeTimeoutMillis,
    long firstRetryMillis,
    long maxRetryMillis,
    long keepAliveMillis,
    long idleTimeoutMillis,
    long lingerMillis,
    int queueBytes) {

  /** 3 s, 250 ms, 10 s, 10 s, 30 s, 30 s, 4 MiB. */
  public static final LinkSettings DEFAULT =
      new LinkSettings(3_000, 250, 10_000, 10_000, 30_000, 30_000, 4 << 20);

  public LinkSettings withRetryMillis(long first, long max) {
    return new LinkSettings(
        handshakeTimeoutMillis,
        first,
        max,
        keepAliveMillis,
        idleTimeoutMillis,
        lingerMillis,
        queueBytes);
  }

  public LinkSettings withIdleTimeoutMillis(long keepAlive, long idleTimeout) {
    return new LinkSettings(
        handshakeTimeoutMillis,
        firstRetryMillis,
        maxRetryMillis,
        keepAlive,
        idleTimeout,
        lingerMillis,
        queueBytes);
  }

  public LinkSettings withQueueBytes(int bytes) {
    return new LinkSettings(
        handshakeTimeoutMillis,
        firstRetryMillis,
        maxRetryMillis,
        keepAliveMillis,
        idleTimeoutMillis,
        lingerMillis,
        bytes);
  }
}
