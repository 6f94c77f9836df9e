package org.lagroups.multicast.tree.place;

import java.util.List;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.multicast.wire.TreeMessage;

/** What the parts of a tree have in common: where the node stands, and whom it knows. */
public record Ground(
    StreamId stream,
    TreeSettings settings,
    TreePorts ports,
    Position position,
    Children children,
    Guides guides,
    Acquaintances acquaintances,
    Penalties penalties,
    TreeCounters counters) {

  /** An uplink that nobody has measured counts as at most so much, whatever its owner says. */
  private static final long UNPROVEN_BITS_PER_SECOND = 10_000_000;

  private static final long BITS_PER_KILOBIT = 1_000;
  private static final long MAX_KILOBITS = 1_000_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /**
   * Knowing nobody by experience.
   *
   * @param known nodes of the tree; none at the source
   */
  public Ground(
      StreamId stream,
      TreeSettings settings,
      TreePorts ports,
      List<Contact> known,
      boolean isSource) {
    this(
        stream,
        settings,
        ports,
        new Position(ports.epochs(), isSource),
        new Children(settings),
        new Guides(known),
        new Acquaintances(),
        new Penalties(settings.penaltyMillis()),
        new TreeCounters());
  }

  /** Something happened that is counted. */
  public void count(TreeEvent event) {
    counters.count(event);
  }

  /** Milliseconds from an arbitrary origin. */
  public long now() {
    return ports.host().nowMillis();
  }

  /** Sends in order, best effort; false if it was not taken. */
  public boolean send(NodeId to, TreeMessage message) {
    return ports.host().send(to, message);
  }

  /** This node, and where it may be reached. */
  public Contact self() {
    return new Contact(ports.host().self(), ports.host().addresses());
  }

  /** Whether the source's epochs still come. */
  public boolean isAttached() {
    return position.isSource()
        || (position.parent().isPresent()
            && now() - position.freshMillis() < settings.timeoutMillis());
  }

  /** What a node is worth near the root: how long it has been up times what it can send. */
  public long score(NodeId node, long claimedBitsPerSecond) {
    long bits =
        ports
            .quality()
            .uplinkOf(node)
            .orElse(Math.min(claimedBitsPerSecond, UNPROVEN_BITS_PER_SECOND));
    return score(acquaintances.uptimeMillis(node, now()), bits);
  }

  public long score(Child child) {
    return score(child.node(), child.bitsPerSecond());
  }

  public static long score(long uptimeMillis, long bitsPerSecond) {
    return (uptimeMillis / 1_000) * Math.clamp(bitsPerSecond / BITS_PER_KILOBIT, 1, MAX_KILOBITS);
  }

  public static long nanos(long millis) {
    return millis * NANOS_PER_MILLI;
  }

  /** What this node says that it can send. */
  public long ownBitsPerSecond() {
    return ports.quality().uplinkBitsPerSecond().orElse(UNPROVEN_BITS_PER_SECOND);
  }
}
