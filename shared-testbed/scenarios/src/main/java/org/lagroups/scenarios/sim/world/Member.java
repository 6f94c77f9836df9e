package org.lagroups.scenarios.sim.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.Host;

/**
 * A simulated node with the group protocol, heartbeats, and an attestor that admits whoever asks,
 * all as in production; it gives no shares of endorsements.
 */
public final class Member {

  private static final long JOIN_TIMEOUT_MILLIS = 60_000;
  private static final ProtocolId BEGINNING = new ProtocolId(15);

  private final GroupMachine groups;
  private final Attestor attestor;
  private final Consumer<GroupEvent> listener;

  Member(
      Host host,
      Identity identity,
      Disk disk,
      SignatureVerifier verifier,
      Consumer<GroupEvent> listener) {
    this.listener = listener;
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(environment, identity, disk, Optional.empty(), verifier));
    HeartbeatMachine heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    attestor =
        new Attestor(
            host.self(),
            groups,
            new HeartbeatMonitor(heartbeats),
            (group, node, token, decision) -> decision.accept(true),
            disk);
    groups.describe(host.name(), List.of(host.address()));
    host.install(BEGINNING, (Environment<NoTimer> environment) -> new Beginning());
  }

  /** The node's groups. */
  public GroupMachine groups() {
    return groups;
  }

  /** Tests members, and attests to those that answer. */
  public Attestor attestor() {
    return attestor;
  }

  GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    serve(group);
    return group;
  }

  void join(GroupId group, GroupSettings settings, Contact through) {
    groups.join(
        new JoinRequest(group, settings, List.of(through), Bytes.EMPTY, JOIN_TIMEOUT_MILLIS),
        done -> {});
    serve(group);
  }

  /** Whether a node is in this one's view. */
  public boolean sees(GroupId group, NodeId node) {
    return groups.groups().contains(group) && groups.attestations(group).contains(node);
  }

  private void serve(GroupId group) {
    groups.attestsChange(group, listener);
    attestor.serve(group);
  }

  private enum NoTimer {}

  /** Installed last, so it is started when all others have been. */
  private final class Beginning implements Machine<NoTimer> {

    @Override
    public void start() {
      groups.groups().forEach(Member.this::serve);
    }

    @Override
    public void onMessage(NodeId from, Bytes message) {}

    @Override
    public void onTimer(NoTimer timer) {}
  }
}
