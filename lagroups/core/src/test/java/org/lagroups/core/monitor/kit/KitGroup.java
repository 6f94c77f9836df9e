package org.lagroups.core.monitor.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** A group of {@link KitNode}s, and all that they have lost. */
public final class KitGroup {

  private final Simulation sim;
  private final GroupSettings settings;
  private final List<SimNode<KitNode>> nodes = new ArrayList<>();
  private final List<GroupEvent.AttestationLost> lost = new ArrayList<>();
  private final GroupId group;

  /** Forms the group: each node joins through the first. */
  public KitGroup(
      Simulation sim,
      int size,
      GroupSettings settings,
      BiFunction<Host, Identity, KitNode> install) {
    this.sim = sim;
    this.settings = settings;
    for (Identity identity : TestIdentities.first(size)) {
      nodes.add(
          sim.addNode(
              "n" + nodes.size(), identity.nodeId(), host -> install.apply(host, identity)));
    }
    SimNode<KitNode> founder = nodes.getFirst();
    group = founder.app().create(settings);
    Contact contact = new Contact(founder.id(), List.of(founder.address()));
    nodes.stream().skip(1).forEach(node -> node.app().join(group, settings, contact));
    awaitClique();
    nodes.forEach(node -> node.app().groups.attestsChange(group, this::keepLost));
  }

  public GroupId id() {
    return group;
  }

  public SimNode<KitNode> node(int number) {
    return nodes.get(number);
  }

  /** What was lost since it was formed. */
  public List<GroupEvent.AttestationLost> lost() {
    return lost;
  }

  /** How often an attester withdrew for this reason, counted once. */
  public long withdrawn(ReasonCode reason) {
    return nodes.stream()
        .mapToLong(node -> node.app().kit.counters().batteries().failed().getOrDefault(reason, 0L))
        .sum();
  }

  /** Runs until all attest to all. */
  public void awaitClique() {
    sim.runUntil(
        "all attest to all",
        Duration.ofMillis(5 * settings.validityMillis()),
        () -> nodes.stream().allMatch(this::seesClique));
  }

  /** Whether one attests to another, as it sees it itself. */
  public boolean attests(int from, int to) {
    return node(from).app().groups.attestsOut(group, node(from).id()).stream()
        .anyMatch(attested -> attested.node().equals(node(to).id()));
  }

  private boolean seesClique(SimNode<KitNode> node) {
    return node.app().groups.groups().contains(group)
        && node.app().groups.attestations(group).edgeCount() == nodes.size() * (nodes.size() - 1);
  }

  private void keepLost(GroupEvent event) {
    if (event instanceof GroupEvent.AttestationLost one) {
      lost.add(one);
    }
  }
}
