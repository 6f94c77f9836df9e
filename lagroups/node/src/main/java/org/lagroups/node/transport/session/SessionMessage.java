package org.lagroups.node.transport.session;

import org.lagroups.machine.Bytes;

/**
 * What sessions say to each other on their own behalf, in the ordered stream: a kind, then data.
 */
public sealed interface SessionMessage {

  /** The encoded {@link Confirmation}. */
  Bytes CONFIRMATION = Bytes.copyOf((byte) 2);

  /** A side would have this link for the session. */
  record Greeting(Hello hello) implements SessionMessage {}

  /** The deciding side has chosen this link. */
  record Confirmation() implements SessionMessage {}

  /** Of a later version; ignored. */
  record Unknown() implements SessionMessage {}

  /** No session message at all. */
  record Malformed() implements SessionMessage {}

  /** The encoded {@link Greeting}. */
  static Bytes encode(Hello hello) {
    Bytes body = hello.encode();
    byte[] out = new byte[1 + body.length()];
    out[0] = 1;
    body.copyTo(out, 1);
    return Bytes.wrapOwned(out);
  }

  /** Reads what a peer sent. */
  static SessionMessage decode(Bytes encoded) {
    if (encoded.isEmpty()) {
      return new Malformed();
    }
    return switch (encoded.at(0)) {
      case 1 ->
          Hello.decode(encoded.slice(1, encoded.length()))
              .<SessionMessage>map(Greeting::new)
              .orElseGet(Malformed::new);
      case 2 -> new Confirmation();
      default -> new Unknown();
    };
  }
}
