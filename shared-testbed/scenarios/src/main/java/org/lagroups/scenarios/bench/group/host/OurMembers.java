package org.lagroups.scenarios.bench.group.host;

import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/** Ours: real nodes with all that belongs to one, applications left out. */
final class OurMembers implements MemberSource {

  private final LocalCluster cluster;
  private final Pace pace;

  OurMembers(Path folder, Pace pace, String address) {
    this.cluster = new LocalCluster(folder, address);
    this.pace = pace;
  }

  @Override
  public Member start(Optional<String> contact) {
    LocalNode node = cluster.add();
    if (contact.isPresent()) {
      node.join(contact.get());
    } else {
      node.createGroup(pace.validityMillis());
    }
    return new OurMember(node);
  }

  @Override
  public void close() {
    cluster.close();
  }

  private static final class OurMember implements Member {

    private final LocalNode node;
    private final GroupId group;
    private final Drops drops = new Drops();
    private final Drops withdrawals = new Drops();

    OurMember(LocalNode node) {
      this.node = node;
      this.group = node.groups().getFirst();
      node.onEvent(group, this::heard);
    }

    private void heard(GroupEvent event) {
      switch (event) {
        case GroupEvent.NodeLeft left -> drops.add(left.node().toString());
        case GroupEvent.AttestationLost lost when lost.attester().equals(node.id()) ->
            withdrawals.add(lost.attestee().toString());
        case GroupEvent.AttestationLost lost -> {}
        case GroupEvent.AttestationGained gained -> {}
        case GroupEvent.NodeEntered entered -> {}
        case GroupEvent.CandidateHeard candidate -> {}
        case GroupEvent.EquivocationProven proven -> {}
      }
    }

    @Override
    public String id() {
      return node.id().toString();
    }

    @Override
    public int seen() {
      return node.viewSize(group);
    }

    @Override
    public boolean sees(String other) {
      return node.view(group).stream().anyMatch(one -> one.toString().equals(other));
    }

    @Override
    public boolean isSettled(int members) {
      return seen() == members && node.attestations(group) == members * (members - 1);
    }

    @Override
    public Drops drops() {
      return drops;
    }

    @Override
    public Drops withdrawals() {
      return withdrawals;
    }

    @Override
    public String contact() {
      return node.invite(group);
    }

    @Override
    public void close() {
      node.close();
    }
  }
}
