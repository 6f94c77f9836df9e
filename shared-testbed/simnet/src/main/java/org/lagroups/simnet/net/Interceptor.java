package org.lagroups.simnet.net;

/**
 * An adversary between a sender and the wire. It sees each message that a node's machines send and
 * decides what travels instead: {@code wire.send(envelope)} lets it pass, nothing drops it, other
 * content alters it, and anything said later replays or injects. {@link Adversaries} has common
 * ones.
 */
@FunctionalInterface
public interface Interceptor {

  /** Takes the message over. */
  void intercept(Envelope envelope, Wire wire);
}
