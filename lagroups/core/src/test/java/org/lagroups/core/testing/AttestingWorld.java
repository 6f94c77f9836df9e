package org.lagroups.core.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** Simulated nodes with everything of the core, in one group that the first of them founds. */
public final class AttestingWorld {

  private static final String DISK_IN_USE = "disk in use";

  private final Simulation simulation;
  private final GroupSettings settings;
  private final List<SimNode<AttestingNode>> nodes = new ArrayList<>();
  private final List<MemoryAgreementStore> agreementStores = new ArrayList<>();

  public AttestingWorld(long seed, GroupSettings settings) {
    this.simulation = new Simulation(seed);
    this.settings = settings;
  }

  public Simulation simulation() {
    return simulation;
  }

  /** In the order in which they were added. */
  public List<SimNode<AttestingNode>> nodes() {
    return nodes;
  }

  public SimNode<AttestingNode> node(int index) {
    return nodes.get(index);
  }

  /** The disk on which a node keeps its part in agreements. */
  public MemoryAgreementStore agreementDisk(int index) {
    return agreementStores.get(index);
  }

  /** Adds nodes, all of which join a new group through the first, and waits for the full view. */
  public GroupId form(int count) {
    add(count);
    GroupId group = node(0).app().create(settings);
    for (int i = 1; i < count; i++) {
      join(group, i, 0);
    }
    simulation.runUntil(
        "all attest to all",
        Duration.ofMinutes(2),
        () -> nodes.stream().allMatch(node -> edges(group, node) == count * (count - 1)));
    return group;
  }

  /** Adds nodes that belong to no group. */
  public void add(int count) {
    for (int i = 0; i < count; i++) {
      nodes.add(addNode(TestIdentities.of(nodes.size())));
    }
  }

  /** Node {@code newcomer} begins to join through node {@code member}. */
  public void join(GroupId group, int newcomer, int member) {
    Contact contact = new Contact(node(member).id(), List.of(node(member).address()));
    node(newcomer).app().join(group, settings, contact);
  }

  private static int edges(GroupId group, SimNode<AttestingNode> node) {
    return node.app().groups().groups().contains(group)
        ? node.app().groups().attestations(group).edgeCount()
        : 0;
  }

  private SimNode<AttestingNode> addNode(Identity identity) {
    MemoryGroupStore groupStore = new MemoryGroupStore();
    MemoryAttestorStore attestorStore = new MemoryAttestorStore();
    MemoryAgreementStore agreementStore = new MemoryAgreementStore();
    agreementStores.add(agreementStore);
    return simulation.addNode(
        "n" + nodes.size(),
        identity.nodeId(),
        host -> {
          groupStore.crash();
          agreementStore.crash();
          if (host.storage().get(DISK_IN_USE).isEmpty()) {
            groupStore.clear();
            attestorStore.clear();
            agreementStore.clear();
            host.storage().put(DISK_IN_USE, Bytes.EMPTY);
          }
          return new AttestingNode(host, identity, groupStore, attestorStore, agreementStore);
        });
  }
}
