package org.lagroups.multicast.protocol.entry;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** Who may receive a stream. */
public sealed interface Audience {

  /** Whoever has the link. */
  record Everybody() implements Audience {}

  /** Whoever shows the token that is in the link. */
  record WithToken(Bytes token) implements Audience {}

  /** These nodes. */
  record Invited(Set<NodeId> nodes) implements Audience {

    public Invited {
      nodes = Set.copyOf(nodes);
    }
  }

  /** Whether a node that shows this may receive the stream. */
  default boolean admits(NodeId node, Optional<Bytes> shown) {
    return switch (this) {
      case Everybody _ -> true;
      case WithToken with -> shown.isPresent() && isSame(shown.get(), with.token());
      case Invited invited -> invited.nodes().contains(node);
    };
  }

  /** Takes as long for any token, so that nobody finds one byte after the other by its time. */
  private static boolean isSame(Bytes shown, Bytes token) {
    return MessageDigest.isEqual(shown.toArray(), token.toArray());
  }
}
