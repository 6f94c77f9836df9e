package org.lagroups.multicast.protocol.drive;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.tree.port.TreeHost;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Bounds;

/** Time, links and messages of one stream's tree. */
final class StreamHost implements TreeHost {

  private final Surroundings node;
  private final Environment<?> environment;
  private final Signature pass;
  private final long tokenMillis;
  private long wakeMillis;

  /**
   * Of one stream.
   *
   * @param pass shown to whom this node asks for a place
   * @param tokenMillis for how long who was given a place may join its group
   */
  StreamHost(Surroundings node, Signature pass, long tokenMillis) {
    this.node = node;
    this.environment = node.environment();
    this.pass = pass;
    this.tokenMillis = tokenMillis;
  }

  /** Whether the tree wants its timer now. */
  boolean isDue() {
    return nowMillis() >= wakeMillis;
  }

  @Override
  public NodeId self() {
    return environment.self();
  }

  @Override
  public List<NodeAddress> addresses() {
    return node.addresses().get().stream().limit(Bounds.MAX_ADDRESSES).toList();
  }

  @Override
  public long nowMillis() {
    return TimeUnit.NANOSECONDS.toMillis(environment.elapsedNanos());
  }

  @Override
  public long wallMillis() {
    return environment.wallMillis();
  }

  @Override
  public RandomGenerator random() {
    return environment.random();
  }

  /** A place is told once its token opens the group. */
  @Override
  public boolean send(NodeId to, TreeMessage message) {
    return switch (message) {
      case TreeMessage.Place place -> {
        StreamGroups groups = node.groups();
        groups.invite(
            place.group(),
            place.token(),
            wallMillis() + tokenMillis,
            isReady -> {
              if (isReady) {
                pass(to, place);
              }
            });
        yield isLinked(to);
      }
      case TreeMessage.Seek seek -> pass(to, seek.showing(pass));
      default -> pass(to, message);
    };
  }

  @Override
  public void keepLink(Contact peer) {
    node.links().keep(this, peer);
  }

  @Override
  public void releaseLink(NodeId peer) {
    node.links().release(this, peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return environment.isLinked(peer);
  }

  @Override
  public void wakeIn(long millis) {
    wakeMillis = nowMillis() + millis;
  }

  private boolean pass(NodeId to, TreeMessage message) {
    return environment.send(to, Delivery.ORDERED, CastCodec.encode(message));
  }
}
