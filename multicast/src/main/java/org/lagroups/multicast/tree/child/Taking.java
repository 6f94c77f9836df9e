package org.lagroups.multicast.tree.child;

import java.util.Optional;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Place;
import org.lagroups.multicast.wire.TreeMessage.Pulse;
import org.lagroups.multicast.wire.TreeMessage.Take;
import org.lagroups.multicast.wire.TreeMessage.Why;

/**
 * A place that was asked for by its token, until who gave it confirms it by a pulse.
 *
 * @param untilMillis when it is no longer waited for
 * @param nextSequence the first chunk that is wanted from there
 */
record Taking(Ground ground, Contact contact, Place place, long untilMillis, long nextSequence) {

  /** Asks for a place that was offered; empty if there is no way to say so. */
  static Optional<Taking> begin(Ground ground, Contact contact, Place place, long patienceMillis) {
    long next = ground.ports().quality().nextSequence();
    ground.ports().host().keepLink(contact);
    return ground.send(contact.node(), new Take(ground.stream(), place.token(), next))
        ? Optional.of(new Taking(ground, contact, place, ground.now() + patienceMillis, next))
        : Optional.empty();
  }

  boolean isFrom(NodeId node) {
    return contact.node().equals(node);
  }

  /**
   * Makes a parent of who has confirmed, if its stand allows that, and parts with the one before.
   *
   * @return whether it is the parent now
   */
  boolean confirm(Pulse pulse) {
    Optional<Parent> before = ground.position().parent();
    long now = ground.now();
    Parent next = new Parent(contact, place.group(), now);
    if (!ground.position().adopt(next, pulse.stand(), pulse.proof(), now)) {
      return false;
    }
    next.heard(pulse, now);
    before.filter(old -> !isFrom(old.node())).ifPresent(this::part);
    ground.ports().groups().join(place.group(), contact, place.token());
    ground.ports().listener().parentTaken(contact, place.group(), nextSequence);
    return true;
  }

  private void part(Parent old) {
    ground.send(old.node(), new TreeMessage.Part(ground.stream(), Why.LEAVING));
    ground.ports().groups().leave(old.group());
  }
}
