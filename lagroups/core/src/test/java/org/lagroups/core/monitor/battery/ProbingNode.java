package org.lagroups.core.monitor.battery;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.testing.MemoryAttestorStore;
import org.lagroups.core.testing.MemoryGroupStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;

/** A node that vouches for whoever passes a battery of tests, and that can go wrong itself. */
final class ProbingNode {

  final GroupMachine groups;
  final Attestor attestor;
  final ProbeMachine probe;
  final ProbeMonitors monitors;

  ProbingNode(Host host, Identity identity) {
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment ->
                new GroupMachine(environment, identity, new MemoryGroupStore(), Optional.empty()));
    HeartbeatMachine heartbeats = host.install(HeartbeatMachine.PROTOCOL, HeartbeatMachine::new);
    monitors = ProbeMonitors.with(heartbeats);
    attestor =
        new Attestor(
            host.self(),
            groups,
            monitors.battery(),
            (group, node, token, decision) -> decision.accept(true),
            new MemoryAttestorStore());
    probe =
        host.install(
            ProbeMachine.PROTOCOL,
            environment -> new ProbeMachine(environment, monitors, this::tested));
    groups.describe(host.name(), List.of(host.address()));
  }

  GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    attestor.serve(group);
    return group;
  }

  void join(GroupId group, GroupSettings settings, Contact member) {
    groups.join(
        new JoinRequest(group, settings, List.of(member), Bytes.EMPTY, 120_000), done -> {});
    attestor.serve(group);
  }

  private Collection<NodeId> tested() {
    Set<NodeId> tested = new TreeSet<>();
    groups.groups().forEach(group -> tested.addAll(attestor.verdicts(group).keySet()));
    return tested;
  }
}
