package org.lagroups.simnet.net;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.ProtocolId;

/**
 * Adversaries that need to know nothing of the protocol. Their randomness comes from {@link
 * org.lagroups.simnet.Simulation#random}.
 */
public final class Adversaries {

  private Adversaries() {}

  /** Lets one protocol be treated by {@code interceptor}, and all others pass. */
  public static Interceptor only(ProtocolId protocol, Interceptor interceptor) {
    return (envelope, wire) -> {
      if (envelope.protocol().equals(protocol)) {
        interceptor.intercept(envelope, wire);
      } else {
        wire.send(envelope);
      }
    };
  }

  /** Drops this share of all messages. */
  public static Interceptor dropper(double share, RandomGenerator random) {
    return (envelope, wire) -> {
      if (random.nextDouble() >= share) {
        wire.send(envelope);
      }
    };
  }

  /** Holds every message back for so long: a slow relay. */
  public static Interceptor delayer(Duration delay) {
    return (envelope, wire) -> wire.sendAfter(delay, envelope);
  }

  /** Sends this share of all messages again, after up to {@code maxDelay}. */
  public static Interceptor replayer(double share, Duration maxDelay, RandomGenerator random) {
    return (envelope, wire) -> {
      wire.send(envelope);
      if (random.nextDouble() < share) {
        wire.sendAfter(Duration.ofNanos(random.nextLong(maxDelay.toNanos() + 1)), envelope);
      }
    };
  }

  /** Damages this share of all messages: changes a byte, cuts the end off, or adds to it. */
  public static Interceptor corrupter(double share, RandomGenerator random) {
    return (envelope, wire) ->
        wire.send(
            random.nextDouble() < share
                ? envelope.withMessage(damaged(envelope.message(), random))
                : envelope);
  }

  private static Bytes damaged(Bytes message, RandomGenerator random) {
    if (message.isEmpty()) {
      return Bytes.copyOf((byte) random.nextInt());
    }
    byte[] content = message.toArray();
    int at = random.nextInt(content.length);
    return switch (random.nextInt(3)) {
      case 0 -> message.slice(0, at);
      case 1 -> extended(message, random);
      default -> {
        content[at] ^= (byte) random.nextInt(1, 256);
        yield Bytes.wrapOwned(content);
      }
    };
  }

  private static Bytes extended(Bytes message, RandomGenerator random) {
    byte[] content = new byte[message.length() + 1];
    message.copyTo(content, 0);
    content[message.length()] = (byte) random.nextInt();
    return Bytes.wrapOwned(content);
  }
}
