package org.lagroups.machine;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All that a {@link Machine} can see of the world and do to it.
 *
 * <p>An environment belongs to one machine: its messages reach only the machine of the same
 * protocol at the peer, and its timers are its own. It is used only from within the machine's own
 * methods, on the host's thread.
 *
 * @param <T> the machine's timers
 */
public interface Environment<T extends Enum<T>> {

  /** The longest message that a link carries, in bytes. */
  int MAX_MESSAGE_BYTES = 64 * 1024;

  /** The longest message that {@link Delivery#DATAGRAM} carries, in bytes. */
  int MAX_DATAGRAM_BYTES = 1_000;

  /** The node on which the machine runs. */
  NodeId self();

  /**
   * Wall-clock time in milliseconds since 1970-01-01 UTC, loosely synchronised between nodes. It
   * may step in either direction. For whatever is signed or shown.
   */
  long wallMillis();

  /**
   * Time in nanoseconds from an arbitrary origin, which never goes back. For durations and
   * deadlines.
   */
  long elapsedNanos();

  /** Randomness: unpredictable to peers in production, reproducible from the seed in simulation. */
  RandomGenerator random();

  /**
   * Sends a message, best effort. It never blocks.
   *
   * @param message at most {@link #MAX_MESSAGE_BYTES}, or {@link #MAX_DATAGRAM_BYTES} for a
   *     datagram
   * @return whether it was taken: false when there is no link to {@code to} or its bounded queue is
   *     full. True promises nothing about arrival.
   * @throws IllegalArgumentException if the message is longer than the delivery allows
   */
  boolean send(NodeId to, Delivery delivery, Bytes message);

  /**
   * Asks for a call to {@link Machine#onTimer} after {@code delayMillis}. There is at most one
   * deadline per timer: a new one replaces the old.
   *
   * @param delayMillis 0 or more; 0 means as soon as the current call has returned
   */
  void setTimer(T timer, long delayMillis);

  /** Forgets the deadline of a timer, if it has one. */
  void cancelTimer(T timer);

  /**
   * Wants a link to a peer, from now until {@link #releaseLink}. The host dials, and dials again
   * with back-off when the link breaks. A repeated call adds addresses.
   *
   * @param addresses where the peer may be reached, in order of preference; may be empty, then the
   *     host uses what it knows from elsewhere
   */
  void keepLink(NodeId peer, List<NodeAddress> addresses);

  /** No longer wants a link; the host may keep it for other machines, or for a while. */
  void releaseLink(NodeId peer);

  /** Whether a link to the peer is up. */
  boolean isLinked(NodeId peer);
}
