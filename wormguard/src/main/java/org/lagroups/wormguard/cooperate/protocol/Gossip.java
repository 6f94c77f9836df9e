package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.wire.GuardCodec;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;

/**
 * Who is told what in one group. What a node has signed itself it sends to every member it has a
 * link to; of all else members tell each other what they have, and ask for what they lack. So
 * whatever is lost comes again, and a member that is linked to few gets everything as well.
 */
final class Gossip {

  private final GroupId group;
  private final Environment<GuardTimer> environment;
  private final Members members;
  private final Book book;
  private final PeerLimits limits;
  private final Set<SignatureId> news = new TreeSet<>();
  private int turn;

  Gossip(
      GroupId group,
      Environment<GuardTimer> environment,
      Members members,
      Book book,
      PeerLimits limits) {
    this.group = group;
    this.environment = environment;
    this.members = members;
    this.book = book;
    this.limits = limits;
  }

  /** Something is known of a signature that others may lack. */
  void isNew(SignatureId id) {
    news.add(id);
  }

  /** Tells all what is new since the last time. */
  void tellNews() {
    List<Dossier> changed =
        news.stream().flatMap(id -> book.find(id).stream()).filter(Dossier::isPublic).toList();
    news.clear();
    if (!changed.isEmpty()) {
      toAll(summary(changed));
    }
  }

  /** Tells one member, each in its turn, all that is known. */
  void tellNext() {
    List<NodeId> linked = members.linked();
    if (!linked.isEmpty()) {
      turn = (turn + 1) % linked.size();
      tellAll(linked.get(turn));
    }
  }

  /** Tells a member all that is known. */
  void tellAll(NodeId peer) {
    List<Dossier> all = book.all().stream().filter(Dossier::isPublic).toList();
    if (!all.isEmpty()) {
      send(peer, summary(all));
    }
  }

  /** Tells all of a signature of this node's own. */
  void offer(Dossier dossier) {
    toAll(new GuardMessage.Offer(group, dossier.signed()));
  }

  /** Tells all of endorsements of this node's own. */
  void endorse(List<EndorsementShare> signed) {
    List<EndorsementShare> shares = latestInOrder(signed);
    for (int from = 0; from < shares.size(); from += GuardMessage.Shares.MAX_SHARES) {
      int to = Math.min(shares.size(), from + GuardMessage.Shares.MAX_SHARES);
      toAll(message(shares.subList(from, to)));
    }
  }

  private static List<EndorsementShare> latestInOrder(List<EndorsementShare> signed) {
    Map<SignatureId, EndorsementShare> latest = new TreeMap<>();
    signed.forEach(share -> latest.put(share.endorsement().id(), share));
    return List.copyOf(latest.values());
  }

  /** Tells all of a refutation of this node's own. */
  void refute(SignedRefutation refutation) {
    toAll(new GuardMessage.Refute(group, refutation));
  }

  /** Asks a peer for what is not known of what it says it has. */
  void onSummary(NodeId from, GuardMessage.Summary summary) {
    List<SignatureId> wanted = new ArrayList<>();
    for (GuardMessage.Summary.Known known : summary.entries()) {
      boolean isKnown = book.isSettled(known.id());
      boolean differs =
          book.find(known.id())
              .filter(Dossier::isPublic)
              .map(dossier -> dossier.state() != known.state())
              .orElse(!isKnown);
      if (differs) {
        wanted.add(known.id());
      }
    }
    for (int at = 0; at < wanted.size(); at += GuardMessage.Want.MAX_IDS) {
      int to = Math.min(wanted.size(), at + GuardMessage.Want.MAX_IDS);
      send(from, new GuardMessage.Want(group, wanted.subList(at, to)));
    }
  }

  /** Gives a peer what it asks for, as far as its budget goes. */
  void onWant(NodeId from, GuardMessage.Want want) {
    for (SignatureId id : want.ids()) {
      book.find(id).filter(Dossier::isPublic).ifPresent(dossier -> give(from, dossier));
    }
  }

  private void give(NodeId peer, Dossier dossier) {
    answer(peer, new GuardMessage.Offer(group, dossier.signed()));
    for (EndorsementShare share : dossier.endorsements()) {
      answer(peer, message(List.of(share)));
    }
    for (SignedRefutation refutation : dossier.refutations()) {
      answer(peer, new GuardMessage.Refute(group, refutation));
    }
  }

  private GuardMessage message(List<EndorsementShare> shares) {
    EndorsementShare first = shares.getFirst();
    return new GuardMessage.Shares(group, first.endorser(), first.possession(), shares);
  }

  private GuardMessage summary(List<Dossier> dossiers) {
    return new GuardMessage.Summary(
        group,
        dossiers.stream()
            .map(one -> new GuardMessage.Summary.Known(one.id(), one.state()))
            .toList());
  }

  private void answer(NodeId peer, GuardMessage message) {
    Bytes encoded = GuardCodec.encode(message);
    if (limits.takeAnswer(peer, encoded.length())) {
      environment.send(peer, Delivery.ORDERED, encoded);
    }
  }

  private void toAll(GuardMessage message) {
    Bytes encoded = GuardCodec.encode(message);
    members.linked().forEach(peer -> environment.send(peer, Delivery.ORDERED, encoded));
  }

  private void send(NodeId peer, GuardMessage message) {
    environment.send(peer, Delivery.ORDERED, GuardCodec.encode(message));
  }
}
