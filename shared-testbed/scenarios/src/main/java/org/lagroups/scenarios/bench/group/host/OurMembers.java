package org.lagroups.scenarios.bench.group.host;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/** Ours: real nodes with all that belongs to one, applications left out. */
final class OurMembers implements MemberSource {

  private final LocalCluster cluster;
  private final Pace pace;

  OurMembers(Path folder, Pace pace) {
    this.cluster = new LocalCluster(folder);
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
    private final AtomicLong losses = new AtomicLong();

    OurMember(LocalNode node) {
      this.node = node;
      this.group = node.groups().getFirst();
      node.onEvent(
          group,
          event -> {
            if (event instanceof GroupEvent.NodeLeft) {
              losses.incrementAndGet();
            }
          });
    }

    @Override
    public int seen() {
      return node.viewSize(group);
    }

    @Override
    public boolean isSettled(int members) {
      return seen() == members && node.attestations(group) == members * (members - 1);
    }

    @Override
    public long losses() {
      return losses.get();
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
