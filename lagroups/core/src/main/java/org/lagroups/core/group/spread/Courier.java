package org.lagroups.core.group.spread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Sends advertisements, each as short as it can be: as a renewal where the peer was given one over
 * the same link before that differs in little. A link keeps order and leaves no gaps, so the peer
 * has it, or has to ask for the whole.
 *
 * <p>Remembered is one advertisement of each attester and group for each peer, all of them objects
 * that the group's database holds or held until lately.
 */
final class Courier {

  private final NodeId self;
  private final Sender sender;
  private final Map<NodeId, Map<Origin, SignedAdvertisement>> given = new HashMap<>();
  private @Nullable Step latest;

  /** From one advertisement to the next of the same attester: the same for all peers. */
  private record Step(
      SignedAdvertisement before, SignedAdvertisement next, Optional<Renewal> renewal) {}

  Courier(NodeId self, Sender sender) {
    this.self = self;
    this.sender = sender;
  }

  /** What takes a peer from what it was given to this, if a renewal does. */
  Optional<Renewal> renewal(NodeId to, SignedAdvertisement next) {
    SignedAdvertisement before = given.getOrDefault(to, Map.of()).get(Origin.of(next));
    return before == null || before.equals(next) ? Optional.empty() : renewal(before, next);
  }

  /**
   * Sends advertisements.
   *
   * @param shares go with this node's own renewals in these groups, if there are such
   */
  void deliver(NodeId to, List<SignedAdvertisement> all, Map<GroupId, Bytes> shares) {
    List<SignedAdvertisement> whole = new ArrayList<>();
    List<Renewal> renewals = new ArrayList<>();
    for (SignedAdvertisement one : all) {
      renewal(to, one)
          .ifPresentOrElse(
              renewal -> renewals.add(withShare(renewal.from(self), shares)), () -> whole.add(one));
    }
    boolean delivered = true;
    for (Bytes message : GroupMessageCodec.encodeAll(whole)) {
      delivered &= sender.send(to, message);
    }
    for (Bytes message : GroupMessageCodec.encodeRenewals(renewals)) {
      delivered &= sender.send(to, message);
    }
    Map<Origin, SignedAdvertisement> has = given.computeIfAbsent(to, peer -> new HashMap<>());
    for (SignedAdvertisement one : all) {
      if (delivered) {
        has.put(Origin.of(one), one);
      } else {
        has.remove(Origin.of(one));
      }
    }
  }

  void forget(NodeId peer) {
    given.remove(peer);
  }

  void forget(NodeId peer, Origin origin) {
    given.getOrDefault(peer, new HashMap<>()).remove(origin);
  }

  void forget(GroupId group) {
    given.values().forEach(has -> has.keySet().removeIf(origin -> origin.group().equals(group)));
    given.values().removeIf(Map::isEmpty);
  }

  /** Comparing what advertisements say would take longer than finding the step again. */
  @SuppressWarnings("ReferenceEquality")
  private Optional<Renewal> renewal(SignedAdvertisement before, SignedAdvertisement next) {
    if (latest == null || latest.before() != before || latest.next() != next) {
      latest = new Step(before, next, Renewal.between(before, next));
    }
    return latest.renewal();
  }

  /** Only this node's own renewals are without an attester. */
  private static Renewal withShare(Renewal renewal, Map<GroupId, Bytes> shares) {
    Bytes share = shares.get(renewal.group());
    return share == null || renewal.attester().isPresent() ? renewal : renewal.with(share);
  }
}
