package org.lagroups.scenarios.adversary.group;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Interceptor;
import org.lagroups.simnet.net.Wire;

/** What an adversary on one node of a group has to work with. */
public final class Stage {

  /** So many messages are remembered. */
  private static final int MOST_HEARD = 4_000;

  private final Simulation sim;
  private final MemberGroup group;
  private final int number;
  private final List<NodeId> accomplices;
  private final Identity identity;
  private final SignedEdges signed;
  private final RandomGenerator random;
  private final Map<NodeId, PublicIdentity> publicIdentities = new HashMap<>();
  private final List<Bytes> heard = new ArrayList<>();
  private @Nullable Wire wire;
  private boolean mute;

  /**
   * On node {@code number} of a group.
   *
   * @param adversaries the numbers of all nodes that are bad
   */
  public Stage(
      Simulation sim, MemberGroup group, int number, IntStream adversaries, SignedEdges signed) {
    this.sim = sim;
    this.group = group;
    this.number = number;
    this.accomplices =
        adversaries.filter(one -> one != number).mapToObj(one -> group.node(one).id()).toList();
    this.identity = group.identityOf(number);
    this.signed = signed;
    this.random = sim.random("adversary on node " + number);
    treat((envelope, out) -> out.send(envelope));
  }

  /** The node that has become bad. */
  public SimNode<Member> node() {
    return group.node(number);
  }

  public Identity identity() {
    return identity;
  }

  /** The public keys of another member. */
  public PublicIdentity identityOf(NodeId member) {
    return publicIdentities.computeIfAbsent(
        member, id -> group.identityOf(group.numberOf(id)).publicIdentity());
  }

  public GroupId group() {
    return group.id();
  }

  public GroupSettings settings() {
    return group.settings();
  }

  public Simulation sim() {
    return sim;
  }

  /** Randomness of its own. */
  public RandomGenerator random() {
    return random;
  }

  /** All other members. */
  public List<NodeId> others() {
    return group.nodes().stream().map(SimNode::id).filter(id -> !id.equals(node().id())).toList();
  }

  /** The other bad ones. */
  public List<NodeId> accomplices() {
    return accomplices;
  }

  /** So often an honest node says what it has to say. */
  public Duration refresh() {
    return Duration.ofMillis(settings().refreshMillis());
  }

  /** What its machines send for the group goes this way from now on; other protocols go theirs. */
  public void treat(Interceptor interceptor) {
    Interceptor ofGroup = Adversaries.only(GroupMachine.PROTOCOL, interceptor);
    sim.network()
        .intercept(
            node(),
            (envelope, out) -> {
              wire = out;
              ofGroup.intercept(envelope, out);
            });
  }

  /** From now on nothing that its machines send for the group leaves it; it says all by itself. */
  public void takeOver() {
    mute = true;
    treat((envelope, out) -> {});
  }

  /** Whether its machines still say what they state. */
  public boolean speaksByItself() {
    return !mute;
  }

  /** The first messages about the group that were sent to this node; more are added. */
  public List<Bytes> heard() {
    return Collections.unmodifiableList(heard);
  }

  /** Somebody sends this node a message about the group. */
  public void hear(Envelope envelope) {
    if (envelope.to().equals(node().id())
        && envelope.protocol().equals(GroupMachine.PROTOCOL)
        && heard.size() < MOST_HEARD) {
      heard.add(envelope.message());
    }
  }

  /** Says something to a member. */
  public void say(NodeId to, GroupMessage message) {
    say(to, GroupMessageCodec.encode(message));
  }

  /** Sends any bytes to a member. */
  public void say(NodeId to, Bytes message) {
    if (wire == null) {
      throw new IllegalStateException(node().name() + " has not sent anything yet");
    }
    wire.send(new Envelope(node().id(), to, GroupMachine.PROTOCOL, Delivery.ORDERED, message));
  }

  /** Says the same to all others. */
  public void sayToAll(List<SignedAdvertisement> advertisements) {
    for (Bytes message : GroupMessageCodec.encodeAll(advertisements)) {
      others().forEach(other -> say(other, message));
    }
  }

  /** An advertisement of one's own, ending as late as it may. */
  public SignedAdvertisement advertise(long sequence, List<NodeId> attestees) {
    return advertise(identity, sequence, LinkInfo.NONE, attestees);
  }

  /** The same with the keys of somebody else, and with what it reports of all attestees. */
  public SignedAdvertisement advertise(
      Identity attester, long sequence, LinkInfo info, List<NodeId> attestees) {
    attestees.forEach(attestee -> signed.signed(attester.nodeId(), attestee, sim.now()));
    LinkStateAdvertisement content =
        new LinkStateAdvertisement(
            group.id(),
            attester.publicIdentity(),
            sequence,
            settings().grid().expiryFor(sim.wallMillis()),
            "",
            List.of(),
            attestees.stream()
                .sorted(Comparator.naturalOrder())
                .map(attestee -> new Entry(attestee, info))
                .toList(),
            List.of(),
            false);
    return AdvertisementCodec.sign(content, attester);
  }

  /** The next sequence, if it is asked for no more than once a millisecond. */
  public long nextSequence() {
    return sim.wallMillis();
  }

  /** A third of the time between two points of the expiry grid: often enough for most things. */
  public Duration pace() {
    return Duration.ofMillis(settings().grid().stepMillis() / 3);
  }
}
