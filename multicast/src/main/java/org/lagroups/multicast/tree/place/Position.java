package org.lagroups.multicast.tree.place;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.port.Epochs;
import org.lagroups.multicast.wire.place.Stand;

/**
 * A node's own place. Its stand only ever gets better, and only by what its parent says, which is
 * why no node can be its own ancestor; see {@link Stand}.
 */
public final class Position {

  private static final Signature NO_PROOF = new Signature(Bytes.wrapOwned(new byte[64]));

  private final Epochs epochs;
  private final boolean isSource;
  private Stand stand;
  private Signature proof = NO_PROOF;
  private long freshMillis;
  private @Nullable Parent parent;
  private boolean isFrozen;

  public Position(Epochs epochs, boolean isSource) {
    this.epochs = epochs;
    this.isSource = isSource;
    this.stand = isSource ? new Stand(0, 0) : Stand.NONE;
  }

  public boolean isSource() {
    return isSource;
  }

  public Stand stand() {
    return stand;
  }

  /** The publisher's signature over the epoch of the stand. */
  public Signature proof() {
    return proof;
  }

  public Optional<Parent> parent() {
    return Optional.ofNullable(parent);
  }

  /** Whether another is the parent, or above it as far as known. */
  public boolean isAncestor(NodeId node) {
    Parent above = parent;
    return above != null
        && (above.node().equals(node)
            || above.ancestors().stream().anyMatch(one -> one.node().equals(node)));
  }

  /** When the newest epoch came. */
  public long freshMillis() {
    return freshMillis;
  }

  /** Keeps the stand as it is, so that a node at no less depth can become the parent. */
  public void freeze(boolean frozen) {
    isFrozen = frozen;
  }

  /** Begins an epoch, at the source. */
  public void begin(long epoch, Signature signature, long nowMillis) {
    stand = new Stand(epoch, 0);
    proof = signature;
    freshMillis = nowMillis;
  }

  /** Has no parent from now on. */
  public void orphan() {
    parent = null;
  }

  /**
   * Takes a parent, if its stand is better than this node's own and the epoch is genuine.
   *
   * @return whether it did
   */
  public boolean adopt(Parent candidate, Stand its, Signature signature, long nowMillis) {
    if (!its.isBetterThan(stand) || its.depth() == Stand.NONE.depth()) {
      return false;
    }
    if (!epochs.isGenuine(its.epoch(), signature)) {
      return false;
    }
    parent = candidate;
    isFrozen = false;
    follow(its, signature, nowMillis);
    return true;
  }

  /**
   * Takes over what the parent says of its stand, unless it is older than what it said before.
   *
   * @return whether there is a new epoch, to be passed on
   */
  public boolean follow(Stand its, Signature signature, long nowMillis) {
    if (isFrozen || its.depth() == Stand.NONE.depth()) {
      return false;
    }
    Stand next = new Stand(its.epoch(), its.depth() + 1);
    if (!next.isBetterThan(stand)) {
      return false;
    }
    boolean isNew = next.epoch() > stand.epoch();
    if (isNew && !epochs.isGenuine(next.epoch(), signature)) {
      return false;
    }
    if (isNew) {
      proof = signature;
      freshMillis = nowMillis;
    }
    stand = next;
    return isNew;
  }
}
