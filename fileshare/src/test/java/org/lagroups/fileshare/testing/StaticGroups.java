package org.lagroups.fileshare.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** One group whose graph never changes. */
final class StaticGroups implements LaGroups {

  private final GroupId group;
  private final AttestationGraph<NodeId> graph;
  private final Map<NodeId, PublicIdentity> identities;

  StaticGroups(
      GroupId group, AttestationGraph<NodeId> graph, Map<NodeId, PublicIdentity> identities) {
    this.group = group;
    this.graph = graph;
    this.identities = identities;
  }

  @Override
  public Set<GroupId> groups() {
    return Set.of(group);
  }

  @Override
  public GroupSettings settings(GroupId of) {
    return new GroupSettings(60_000, 64, 2_000);
  }

  @Override
  public AttestationGraph<NodeId> attestations(GroupId of) {
    return graph;
  }

  @Override
  public void transcript(GroupId of, int leastSigners, Consumer<Optional<Transcript>> done) {
    done.accept(Optional.empty());
  }

  @Override
  public SortedMap<NodeId, Equivocation> equivocators(GroupId of) {
    return new TreeMap<>();
  }

  @Override
  public Optional<Member> member(GroupId of, NodeId node) {
    return Optional.ofNullable(identities.get(node))
        .map(identity -> new Member(identity, "", List.of()));
  }

  @Override
  public List<AttestedNode> attestsOut(GroupId of, NodeId node) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<AttestedNode> attestsIn(GroupId of, NodeId node) {
    throw new UnsupportedOperationException();
  }

  @Override
  public GroupId create(GroupSettings settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void leave(GroupId left) {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalLong remainingMillis(GroupId of, NodeId attester) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Subscription attestsChange(GroupId of, Consumer<GroupEvent> listener) {
    return () -> {};
  }

  @Override
  public void startAttest(GroupId in, NodeId node, LinkInfo info) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stopAttest(GroupId in, NodeId node, Reason reason) {
    throw new UnsupportedOperationException();
  }
}
