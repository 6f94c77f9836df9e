package org.lagroups.core.testing;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.robust.AgreementStore;
import org.lagroups.core.robust.protocol.RobustMachine;
import org.lagroups.core.route.Router;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.Host;

/**
 * A node with everything of the core, as in production: groups, heartbeats, routed messages, robust
 * membership, and an attestor that admits whoever asks.
 */
public final class AttestingNode {

  private static final ProtocolId BEGINNING = new ProtocolId(15);

  private final GroupMachine groups;
  private final HeartbeatMachine heartbeats;
  private final Router router;
  private final RobustMachine robust;
  private final Attestor attestor;

  public AttestingNode(
      Host host, Identity identity, GroupStore groupStore, AttestorStore attestorStore) {
    this(host, identity, groupStore, attestorStore, SignatureVerifier.DIRECT);
  }

  /** With a verifier that it may share with others of its world. */
  public AttestingNode(
      Host host,
      Identity identity,
      GroupStore groupStore,
      AttestorStore attestorStore,
      SignatureVerifier verifier) {
    this(host, identity, groupStore, attestorStore, new MemoryAgreementStore(), verifier);
  }

  /** With a memory of agreements that survives it. */
  public AttestingNode(
      Host host,
      Identity identity,
      GroupStore groupStore,
      AttestorStore attestorStore,
      AgreementStore agreementStore) {
    this(host, identity, groupStore, attestorStore, agreementStore, SignatureVerifier.DIRECT);
  }

  private AttestingNode(
      Host host,
      Identity identity,
      GroupStore groupStore,
      AttestorStore attestorStore,
      AgreementStore agreementStore,
      SignatureVerifier verifier) {
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(environment, identity, groupStore, Optional.empty(), verifier));
    heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    router =
        host.install(Router.PROTOCOL, environment -> new Router(environment, identity, groups));
    robust =
        host.install(
            RobustMachine.PROTOCOL,
            environment -> new RobustMachine(environment, groups, agreementStore));
    attestor =
        new Attestor(
            host.self(),
            groups,
            new HeartbeatMonitor(heartbeats),
            (group, node, token, decision) -> decision.accept(true),
            attestorStore);
    groups.describe(host.name(), List.of(host.address()));
    host.install(BEGINNING, (Environment<NoTimer> environment) -> new Beginning(this::begin));
  }

  public GroupMachine groups() {
    return groups;
  }

  public HeartbeatMachine heartbeats() {
    return heartbeats;
  }

  public Router router() {
    return router;
  }

  public RobustMachine robust() {
    return robust;
  }

  public Attestor attestor() {
    return attestor;
  }

  /** Makes a group. */
  public GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    serve(group);
    robust.found(group);
    return group;
  }

  /** Joins a group through one member. */
  public void join(GroupId group, GroupSettings settings, Contact member) {
    groups.join(new JoinRequest(group, settings, List.of(member), Bytes.EMPTY, 30_000), done -> {});
    serve(group);
  }

  /** Leaves a group. */
  public void leave(GroupId group) {
    attestor.forget(group);
    robust.leave(group);
    groups.leave(group);
  }

  /** Whether a node is in this one's view. */
  public boolean sees(GroupId group, NodeId node) {
    return groups.groups().contains(group) && groups.attestations(group).contains(node);
  }

  private void begin() {
    groups.groups().forEach(this::serve);
  }

  private void serve(GroupId group) {
    attestor.serve(group);
    robust.serve(group);
  }

  /** Installed last, so it is started when all others have been. */
  private static final class Beginning implements Machine<NoTimer> {

    private final Runnable action;

    Beginning(Runnable action) {
      this.action = action;
    }

    @Override
    public void start() {
      action.run();
    }

    @Override
    public void onMessage(NodeId from, Bytes message) {}

    @Override
    public void onTimer(NoTimer timer) {}
  }
}
