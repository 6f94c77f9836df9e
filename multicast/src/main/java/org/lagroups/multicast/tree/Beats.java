package org.lagroups.multicast.tree;

import java.util.Optional;
import org.lagroups.core.crypto.Identity;
import org.lagroups.multicast.tree.parent.Hosting;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.wire.TreeMessage;

/** What a node tells its parent and children by itself, and when. */
final class Beats {

  /** Who tells everything each so many beats, even if nothing has changed. */
  private static final int BEATS_TO_REPEAT = 8;

  private final Ground ground;
  private final Optional<Identity> publisher;
  private final Hosting hosting;
  private long beats;
  private long nextMillis;
  private long lastPulseMillis;

  /** With the publisher at the source, which signs the epochs. */
  Beats(Ground ground, Optional<Identity> publisher, Hosting hosting) {
    this.ground = ground;
    this.publisher = publisher;
    this.hosting = hosting;
  }

  /** When the next beat is. */
  long nextMillis() {
    return nextMillis;
  }

  /** A beat begins; at the source an epoch does. */
  void begin() {
    beats++;
    nextMillis = ground.now() + ground.settings().beatMillis();
    publisher.ifPresent(this::beginEpoch);
  }

  /** Tells what is due at this beat. Epochs come to a receiver's children when they come to it. */
  void tell() {
    if (publisher.isPresent() || ground.now() - lastPulseMillis > ground.settings().beatMillis()) {
      pulse();
    }
    tellParent(
        new TreeMessage.Presence(ground.stream(), hosting.openDepth(), ground.ownBitsPerSecond()));
    if (beats % BEATS_TO_REPEAT == 0) {
      tellAll();
    }
  }

  /** Tells the children that this node is there, and how near to the source. */
  void pulse() {
    lastPulseMillis = ground.now();
    hosting.beat();
  }

  /** Tells the children what is above and beside them, and the parent what is below it. */
  void tellAll() {
    hosting.tellLineage();
    tellParent(hosting.household());
  }

  private void beginEpoch(Identity identity) {
    long wall = Math.max(0, ground.ports().host().wallMillis());
    long epoch = Math.max(ground.position().stand().epoch() + 1, wall);
    ground.position().begin(epoch, ground.ports().epochs().sign(epoch, identity), ground.now());
  }

  private void tellParent(TreeMessage message) {
    ground.position().parent().ifPresent(parent -> ground.send(parent.node(), message));
  }
}
