package org.lagroups.wormguard.cooperate.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.monitor.battery.Battery;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.Simulation;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.book.TrustRule;
import org.lagroups.wormguard.cooperate.endorse.Sealer;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.BlameMonitor;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.cooperate.wire.GuardCodec;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;

/**
 * A simulated gateway with real groups, real tests of members and real signatures. Its battery
 * finds bad what has the word {@link #BAD} in its rule, unless it is a colluder, which finds all
 * good, and doubts what {@link #doubt} says.
 */
final class GuardNode implements GuardListener {

  static final String BAD = "bad";

  private static final String NOTHING = "(";

  private final Environment<GuardTimer> environment;
  private final GroupMachine groups;
  private final Attestor attestor;
  private final GuardMachine machine;
  private final MemoryShelf shelf;
  private final List<String> events = new ArrayList<>();
  private final Set<GroupId> foreign = new HashSet<>();
  private List<EnforcedSignature> enforced = List.of();
  private String doubted = NOTHING;
  private String untestable = NOTHING;

  /** What outlives a node. */
  static final class Disk implements GroupStore, AttestorStore, GuardStore {

    private final Map<GroupId, StoredGroup> groups = new LinkedHashMap<>();
    private final Map<GroupId, Acquaintances> acquaintances = new LinkedHashMap<>();
    private final Map<SignatureId, Stored> signatures = new LinkedHashMap<>();
    private @Nullable MemoryShelf shelf;
    private long used;

    @Override
    public List<StoredGroup> load() {
      return List.copyOf(groups.values());
    }

    @Override
    public void save(StoredGroup group, Runnable whenDurable) {
      groups.put(group.group(), group);
      whenDurable.run();
    }

    @Override
    public void forget(GroupId group, long usedUpTo) {
      groups.remove(group);
      used = Math.max(used, usedUpTo);
    }

    @Override
    public long numbersForgotten() {
      return used;
    }

    @Override
    public Acquaintances load(GroupId group) {
      return acquaintances.getOrDefault(group, Acquaintances.NONE);
    }

    @Override
    public void save(GroupId group, Acquaintances some) {
      acquaintances.put(group, some);
    }

    @Override
    public void forget(GroupId group) {
      acquaintances.remove(group);
    }

    @Override
    public void save(Stored stored) {
      signatures.put(stored.signed().id(), stored);
    }

    @Override
    public void remove(GroupId group, SignatureId id) {
      signatures.remove(id);
    }

    List<Stored> signatures() {
      return List.copyOf(signatures.values());
    }
  }

  GuardNode(
      Simulation sim,
      Host host,
      Identity identity,
      Disk disk,
      SignatureVerifier signatures,
      Bls bls,
      TrustRule trust,
      boolean isColluder) {
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            env -> new GroupMachine(env, identity, disk, Optional.empty(), signatures));
    HeartbeatMachine heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    BlameMonitor blame = new BlameMonitor();
    attestor =
        new Attestor(
            host.self(),
            groups,
            Battery.allOf(new HeartbeatMonitor(heartbeats), blame),
            (group, node, token, decision) -> decision.accept(true),
            disk);
    groups.describe(host.name(), List.of(host.address()));
    MemoryShelf kept =
        disk.shelf == null
            ? new MemoryShelf((millis, work) -> sim.after(Duration.ofMillis(millis), work))
            : disk.shelf;
    disk.shelf = kept;
    shelf = kept;
    GuardPorts ports =
        new GuardPorts(
            groups,
            group -> !foreign.contains(group),
            new Sealer(identity, bls, Offload.INLINE),
            () -> trust,
            (signature, rule, evidence, done) ->
                sim.after(
                    Duration.ofMillis(20),
                    () -> done.accept(isColluder ? new TestResult.Passed() : test(signature))),
            shelf,
            blame,
            disk,
            this,
            disk.signatures());
    Holder holder = new Holder();
    machine =
        host.install(
            GuardMachine.PROTOCOL,
            env -> {
              holder.environment = env;
              return new GuardMachine(env, ports);
            });
    environment = Objects.requireNonNull(holder.environment);
    sim.after(Duration.ofMillis(1), () -> groups.groups().forEach(attestor::serve));
  }

  private TestResult test(SignedRecord signature) {
    String rule = signature.record().rule();
    if (rule.contains(BAD)) {
      return new TestResult.Failed(Fault.EVIDENCE_UNMATCHED, "2 of 12");
    }
    if (rule.contains(untestable + "\"")) {
      return new TestResult.Undecided("too little traffic");
    }
    return rule.contains(doubted + "\"")
        ? new TestResult.Doubtful(Doubt.MATCHES_BENIGN, "12 of 4000")
        : new TestResult.Passed();
  }

  /** From now on its tests say no to a word, and to no other. */
  void doubt(String word) {
    doubted = word;
  }

  /** From now on it cannot test what has a word. */
  void testNot(String word) {
    untestable = word;
  }

  /** It tests all, and its tests say no to nothing any more. */
  void doubtNothing() {
    doubted = NOTHING;
    untestable = NOTHING;
  }

  private static final class Holder {
    private @Nullable Environment<GuardTimer> environment;
  }

  GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    attestor.serve(group);
    return group;
  }

  void join(GroupId group, GroupSettings settings, Contact member) {
    groups.join(new JoinRequest(group, settings, List.of(member), Bytes.EMPTY, 30_000), done -> {});
    attestor.serve(group);
  }

  void leave(GroupId group) {
    attestor.forget(group);
    groups.leave(group);
  }

  /** From now on a group serves something else than signatures. */
  void ignore(GroupId group) {
    foreign.add(group);
  }

  GroupMachine groups() {
    return groups;
  }

  GuardMachine machine() {
    return machine;
  }

  GuardDesk desk() {
    return machine.desk();
  }

  MemoryShelf shelf() {
    return shelf;
  }

  /** As whoever has this node's keys may send it. */
  void send(NodeId to, GuardMessage message) {
    environment.send(to, Delivery.ORDERED, GuardCodec.encode(message));
  }

  List<EnforcedSignature> enforced() {
    return enforced;
  }

  boolean enforces(SignatureId id) {
    return enforced.stream().anyMatch(one -> one.id().equals(id));
  }

  Optional<Phase> phase(SignatureId id) {
    return desk().all().stream()
        .filter(status -> status.signed().id().equals(id))
        .map(status -> status.standing().phase())
        .findFirst();
  }

  /** As {@code OFFERED 0}: the phases and numbers of endorsers it was told of. */
  List<String> events() {
    return events;
  }

  @Override
  public void changed(GroupId group, SignatureId id, Phase before, Standing now) {
    events.add(now.phase() + " " + now.endorsers().size());
  }

  @Override
  public void enforced(List<EnforcedSignature> signatures) {
    enforced = signatures;
  }
}
