package org.lagroups.multicast.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.simnet.Host;

/** A simulated node with real groups, real tests of members, and streams. */
final class CastNode implements StreamGroups, Conduct {

  private final NodeId self;
  private final GroupMachine groups;
  private final Attestor attestor;
  private final CastMachine machine;
  private final Map<Bytes, GroupId> invited = new HashMap<>();
  private final List<RelayVerdict> verdicts = new ArrayList<>();
  private long deliveredBytes;
  private boolean isDropping;

  CastNode(Host host, Identity identity, SignatureVerifier signatures, Bls bls) {
    self = host.self();
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(
                    environment, identity, new NoDisk(), Optional.empty(), signatures));
    HeartbeatMachine heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    attestor =
        new Attestor(
            host.self(),
            groups,
            new HeartbeatMonitor(heartbeats),
            (group, node, token, decision) -> decision.accept(isInvited(group, token)),
            new NoMemory());
    groups.describe(host.name(), List.of(host.address()));
    RelayPlanner<Integer> planner = new RelayPlanner<>();
    CastPorts ports =
        new CastPorts(
            identity,
            signatures,
            this,
            (capacities, then) -> then.accept(planner.plan(capacities)),
            this,
            () -> List.of(host.address()),
            new TranscriptVerifier(new KeyRing(bls)));
    Dropper dropper =
        host.install(
            CastMachine.PROTOCOL,
            (Environment<CastTimer> environment) ->
                new Dropper(new CastMachine(environment, ports), () -> isDropping));
    machine = dropper.machine();
  }

  private boolean isInvited(GroupId group, Bytes token) {
    return Optional.ofNullable(invited.get(token)).filter(group::equals).isPresent();
  }

  CastMachine machine() {
    return machine;
  }

  @Override
  public GroupMachine groups() {
    return groups;
  }

  /** Passes on nothing to its siblings from now on, and says nothing of it. */
  void drop() {
    isDropping = true;
  }

  /** What came that this node had asked for. */
  long deliveredBytes() {
    return deliveredBytes;
  }

  List<RelayVerdict> verdicts() {
    return verdicts;
  }

  @Override
  public GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    attestor.serve(group);
    return group;
  }

  @Override
  public void invite(GroupId group, Bytes token, long expiresMillis, Consumer<Boolean> done) {
    invited.put(token, group);
    done.accept(true);
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    groups.join(
        request,
        result -> {
          if (result instanceof JoinResult.Joined joined) {
            attestor.serve(joined.group());
          }
          done.accept(result);
        });
  }

  @Override
  public boolean has(GroupId group) {
    return groups.groups().contains(group);
  }

  @Override
  public void leave(GroupId group) {
    if (groups.groups().contains(group)) {
      groups.leave(group);
      attestor.forget(group);
    }
  }

  @Override
  public Set<NodeId> vouchedFor(GroupId group) {
    Set<NodeId> nodes = new TreeSet<>();
    groups.attestsOut(group, self).forEach(attested -> nodes.add(attested.node()));
    return nodes;
  }

  @Override
  public Subscription changes(GroupId group, Consumer<GroupEvent> listener) {
    return groups.attestsChange(group, listener);
  }

  @Override
  public void judged(RelayVerdict verdict) {
    verdicts.add(verdict);
  }

  @Override
  public void delivered(NodeId from, long bytes) {
    deliveredBytes += bytes;
  }

  private static final class NoDisk implements GroupStore {

    @Override
    public List<StoredGroup> load() {
      return List.of();
    }

    @Override
    public void save(StoredGroup group, Runnable whenDurable) {
      whenDurable.run();
    }

    @Override
    public void forget(GroupId group, long usedUpTo) {}

    @Override
    public long numbersForgotten() {
      return 0;
    }
  }

  private static final class NoMemory implements AttestorStore {

    @Override
    public Acquaintances load(GroupId group) {
      return Acquaintances.NONE;
    }

    @Override
    public void save(GroupId group, Acquaintances acquaintances) {}

    @Override
    public void forget(GroupId group) {}
  }
}
