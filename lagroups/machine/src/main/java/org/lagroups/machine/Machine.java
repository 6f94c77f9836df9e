package org.lagroups.machine;

/**
 * A protocol as a deterministic state machine.
 *
 * <p>The host calls {@link #start} once, then the other methods in any order, always from the same
 * thread and never from within a call to the {@link Environment}. Calls return soon: under a
 * millisecond in the usual case. No method throws for anything that a peer sent.
 *
 * @param <T> the machine's timers, all in one enum so that a simulator can look at them
 */
public interface Machine<T extends Enum<T>> {

  /** Begins; the first call, made once. */
  void start();

  /**
   * Takes a message from a peer. The link has authenticated {@code from}; the bytes may be anything
   * that peer cared to send.
   *
   * @param message at most {@link Environment#MAX_MESSAGE_BYTES} long
   */
  void onMessage(NodeId from, Bytes message);

  /**
   * A timer is due. An early or repeated call is harmless: the machine looks at the clock and at
   * its own deadlines, does what is due, and sets the timer again if something is left.
   */
  void onTimer(T timer);

  /** A link to {@code peer} is now up: what is sent to it from now on may arrive. */
  default void onLinkUp(NodeId peer) {}

  /** The link to {@code peer} is gone, and with it whatever had not arrived yet. */
  default void onLinkDown(NodeId peer) {}

  /**
   * The link to {@code peer} is still up, but the host has seen a sign that the peer may be gone:
   * one of the link's connections was closed without a farewell. A good moment for a test.
   */
  default void onLinkInDoubt(NodeId peer) {}
}
