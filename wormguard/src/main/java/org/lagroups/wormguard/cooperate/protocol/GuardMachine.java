package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.BlameMonitor.Member;
import org.lagroups.wormguard.cooperate.wire.DecodedMessage;
import org.lagroups.wormguard.cooperate.wire.GuardCodec;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;

/**
 * Signatures of worms in the groups of one node (paper, section 3.3): offers them, has those of
 * others tested and vouches for the good ones, and says which are enforced.
 */
public final class GuardMachine implements Machine<GuardTimer> {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(18);

  /** What has come is gathered for so long before it is checked and told. */
  static final long SOON_MILLIS = 100;

  private static final long TICK_MILLIS = 1_000;

  /** Every so many ticks each group's members are told all, one of them at a time. */
  private static final int TICKS_A_SUMMARY = 2;

  private final Environment<GuardTimer> environment;
  private final GuardPorts ports;
  private final GuardCounters counters = new GuardCounters();
  private final PeerLimits limits;
  private final EvidenceFetch fetch;
  private final Judging judging;
  private final Map<GroupId, GroupGuard> guards = new TreeMap<>();

  /** What an earlier life has decided in groups that this one has not begun to follow. */
  private final List<GuardStore.Stored> unclaimed;

  private List<EnforcedSignature> enforced = List.of();
  private long ticks;

  public GuardMachine(Environment<GuardTimer> environment, GuardPorts ports) {
    this.environment = environment;
    this.ports = ports;
    this.unclaimed = new ArrayList<>(ports.stored());
    this.limits = new PeerLimits(environment);
    this.fetch = new EvidenceFetch(environment, counters);
    this.judging = new Judging(environment, fetch, ports.shelf(), ports.battery(), counters);
  }

  /** Takes over what the node's earlier life has decided. */
  @Override
  public void start() {
    followGroups();
    tick();
  }

  /** The node's signatures, for a person to ask about and decide on. */
  public GuardDesk desk() {
    return new GuardDesk(this);
  }

  public GuardCounters counters() {
    return counters;
  }

  /** A person at the node stands behind a member: nothing is held against it any more. */
  public void judged(GroupId group, NodeId node) {
    find(group).ifPresent(guard -> guard.blame().pardon(node));
    blame();
  }

  /** The node's {@link org.lagroups.wormguard.cooperate.book.TrustRule} is another one. */
  public void trustChanged() {
    guards.values().forEach(GroupGuard::trustChanged);
    evaluate();
  }

  @Override
  public void onMessage(NodeId from, Bytes encoded) {
    if (!limits.takeBytes(from, encoded.length())) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return;
    }
    if (!(GuardCodec.decode(encoded) instanceof DecodedMessage.Accepted accepted)) {
      counters.drop(GuardDrop.MALFORMED);
      return;
    }
    GuardMessage message = accepted.message();
    Optional<GroupGuard> guard = find(message.group()).filter(one -> one.isMember(from));
    if (guard.isEmpty()) {
      counters.drop(GuardDrop.NOT_A_MEMBER);
      return;
    }
    switch (message) {
      case GuardMessage.AskEvidence ask -> give(from, guard.get(), ask);
      case GuardMessage.EvidencePart part -> fetch.onPart(from, part);
      default -> guard.get().take(from, message);
    }
  }

  @Override
  public void onLinkUp(NodeId peer) {
    guards.values().stream()
        .filter(guard -> guard.isMember(peer))
        .forEach(guard -> guard.gossip().tellAll(peer));
  }

  @Override
  public void onTimer(GuardTimer timer) {
    switch (timer) {
      case TICK -> tick();
      case SOON -> soon();
    }
  }

  private void soon() {
    followGroups();
    guards.values().forEach(GroupGuard::work);
    evaluate();
  }

  private void tick() {
    followGroups();
    ticks++;
    fetch.tick();
    guards.values().forEach(GroupGuard::tick);
    if (ticks % TICKS_A_SUMMARY == 0) {
      guards.values().forEach(guard -> guard.gossip().tellNext());
    }
    blame();
    evaluate();
  }

  /** The groups in which signatures are shared. */
  public Set<GroupId> groups() {
    return ports.groups().groups().stream()
        .filter(ports.isOurs())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isHere(GroupId group) {
    return ports.groups().groups().contains(group) && ports.isOurs().test(group);
  }

  private void followGroups() {
    for (GroupId group : List.copyOf(guards.keySet())) {
      if (!isHere(group)) {
        Optional.ofNullable(guards.remove(group)).ifPresent(GroupGuard::close);
      }
    }
    for (GroupId group : groups()) {
      if (!guards.containsKey(group)) {
        GroupGuard guard = new GroupGuard(group, environment, ports, judging, limits, counters);
        guards.put(group, guard);
        unclaimed.stream().filter(stored -> isOf(stored, group)).forEach(guard::restore);
        unclaimed.removeIf(stored -> isOf(stored, group));
      }
    }
  }

  private static boolean isOf(GuardStore.Stored stored, GroupId group) {
    return stored.signed().record().group().equals(group);
  }

  /** Says anew who is blamed. */
  void blame() {
    Map<Member, Reason> blamed = new HashMap<>();
    guards.forEach((group, guard) -> guard.blame().collect(group, blamed));
    ports.blame().blame(blamed);
  }

  /**
   * Tells the listener what is enforced as of now, if that has changed, and wakes when the first
   * endorsement that counts ends. It does so by itself, a moment after what changes it.
   */
  public void evaluate() {
    List<EnforcedSignature> now = new ArrayList<>();
    guards.values().forEach(guard -> now.addAll(guard.evaluate()));
    if (!now.equals(enforced)) {
      enforced = List.copyOf(now);
      ports.listener().enforced(enforced);
    }
    long next =
        enforced.stream()
            .mapToLong(one -> one.untilMillis() - environment.wallMillis())
            .min()
            .orElse(TICK_MILLIS);
    environment.setTimer(GuardTimer.TICK, Math.clamp(next, 1, TICK_MILLIS));
  }

  Optional<GroupGuard> find(GroupId group) {
    if (guards.containsKey(group) != isHere(group)) {
      followGroups();
    }
    return Optional.ofNullable(guards.get(group));
  }

  Map<GroupId, GroupGuard> guards() {
    return guards;
  }

  GuardPorts ports() {
    return ports;
  }

  Environment<GuardTimer> environment() {
    return environment;
  }

  /** Gives a member a part of the evidence of what this node has published. */
  private void give(NodeId from, GroupGuard guard, GuardMessage.AskEvidence ask) {
    Optional<Dossier> dossier = guard.book().find(ask.id()).filter(Dossier::isPublic);
    if (dossier.isEmpty()) {
      send(from, ask, Optional.empty());
    } else {
      ports.shelf().read(dossier.get().record().evidence(), found -> send(from, ask, found));
    }
  }

  private void send(NodeId to, GuardMessage.AskEvidence ask, Optional<Bytes> evidence) {
    int from = Math.min(ask.offset(), evidence.map(Bytes::length).orElse(0));
    Bytes part =
        evidence
            .map(all ->
                all.slice(from, Math.min(all.length(), from + GuardMessage.EvidencePart.MAX_BYTES)))
            .orElse(Bytes.EMPTY);
    Bytes encoded =
        GuardCodec.encode(new GuardMessage.EvidencePart(ask.group(), ask.id(), ask.offset(), part));
    if (limits.takeAnswer(to, encoded.length())) {
      counters.count(GuardCount.EVIDENCE_GIVEN_BYTES, part.length());
      environment.send(to, Delivery.ORDERED, encoded);
    }
  }
}
