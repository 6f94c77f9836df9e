package org.lagroups.simnet.net;

import java.time.Duration;

/** Where an {@link Interceptor} puts what shall travel. */
public interface Wire {

  /**
   * Sends an envelope on its way, past all interceptors. It is lost if there is no link between its
   * sender and its addressee: links are authenticated, so an adversary speaks only for nodes that
   * are its own.
   */
  void send(Envelope envelope);

  /** Sends an envelope on its way after a while. */
  void sendAfter(Duration delay, Envelope envelope);
}
