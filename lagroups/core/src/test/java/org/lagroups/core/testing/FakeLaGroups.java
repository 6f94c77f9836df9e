package org.lagroups.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.Member;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * One group as one node sees it, without any protocol: the test says who is in the view and who
 * attests to whom. What the node itself attests is taken at its word.
 */
public final class FakeLaGroups implements LaGroups {

  private final NodeId self;
  private final GroupId group;
  private final GroupSettings settings;
  private final Map<NodeId, Member> members = new TreeMap<>();
  private final Set<NodeId> view = new TreeSet<>();
  private final Map<NodeId, Map<NodeId, LinkInfo>> attested = new TreeMap<>();
  private final List<Consumer<GroupEvent>> listeners = new ArrayList<>();

  public FakeLaGroups(NodeId self, GroupId group, GroupSettings settings) {
    this.self = self;
    this.group = group;
    this.settings = settings;
    view.add(self);
  }

  /** Puts a node into the view, with its keys. */
  public void enter(PublicIdentity node) {
    members.put(node.nodeId(), new Member(node, "", List.of()));
    enter(node.nodeId());
  }

  /** Puts a node into the view that has not been heard. */
  public void enter(NodeId node) {
    if (view.add(node)) {
      tell(new GroupEvent.NodeEntered(group, node));
    }
  }

  /** Takes a node out of the view, with all its attestations. */
  public void remove(NodeId node) {
    members.remove(node);
    attested.remove(node);
    attested.values().forEach(attestees -> attestees.remove(node));
    if (view.remove(node)) {
      tell(new GroupEvent.NodeLeft(group, node));
    }
  }

  /** Has a node of the view attest to another. */
  public void attest(NodeId attester, NodeId attestee) {
    attest(attester, attestee, LinkInfo.NONE);
  }

  /** Has an attestation be lost. */
  public void lose(NodeId attester, NodeId attestee, GroupEvent.Loss loss) {
    if (attestees(attester).remove(attestee) != null) {
      tell(new GroupEvent.AttestationLost(group, attester, attestee, loss));
    }
  }

  /** Has a stranger ask to be admitted. */
  public void candidate(NodeId node, Bytes token) {
    tell(new GroupEvent.CandidateHeard(group, node, token));
  }

  /** To whom this node itself attests. */
  public Map<NodeId, LinkInfo> ownAttestations() {
    return new TreeMap<>(attestees(self));
  }

  @Override
  public GroupId create(GroupSettings wanted) {
    throw new UnsupportedOperationException("the group is there already");
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    throw new UnsupportedOperationException("the group is joined already");
  }

  @Override
  public void leave(GroupId left) {
    throw new UnsupportedOperationException("nobody leaves");
  }

  @Override
  public Set<GroupId> groups() {
    return Set.of(group);
  }

  @Override
  public GroupSettings settings(GroupId of) {
    requireKnown(of);
    return settings;
  }

  @Override
  public List<AttestedNode> attestsOut(GroupId of, NodeId node) {
    requireKnown(of);
    return attestees(node).entrySet().stream()
        .map(entry -> new AttestedNode(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Override
  public List<AttestedNode> attestsIn(GroupId of, NodeId node) {
    requireKnown(of);
    List<AttestedNode> attesters = new ArrayList<>();
    attested.forEach((attester, attestees) -> {
      LinkInfo info = attestees.get(node);
      if (info != null) {
        attesters.add(new AttestedNode(attester, info));
      }
    });
    return attesters;
  }

  @Override
  public AttestationGraph<NodeId> attestations(GroupId of) {
    requireKnown(of);
    GraphBuilder<NodeId> graph = AttestationGraph.builder();
    view.forEach(graph::vertex);
    attested.forEach((attester, attestees) ->
        attestees.keySet().forEach(attestee -> graph.edge(attester, attestee)));
    return graph.build();
  }

  @Override
  public void transcript(GroupId of, int leastSigners, Consumer<Optional<Transcript>> done) {
    done.accept(Optional.empty());
  }

  @Override
  public SortedMap<NodeId, Equivocation> equivocators(GroupId of) {
    requireKnown(of);
    return new TreeMap<>();
  }

  @Override
  public Optional<Member> member(GroupId of, NodeId node) {
    requireKnown(of);
    return Optional.ofNullable(members.get(node));
  }

  @Override
  public OptionalLong remainingMillis(GroupId of, NodeId attester) {
    return attestsOut(of, attester).isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(settings.validityMillis());
  }

  @Override
  public Subscription attestsChange(GroupId of, Consumer<GroupEvent> listener) {
    requireKnown(of);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void startAttest(GroupId to, NodeId node, LinkInfo info) {
    requireKnown(to);
    if (!attestees(self).containsKey(node) && attestees(self).size() >= settings.maxMembers() - 1) {
      throw new LimitReachedException("the group is full");
    }
    attest(self, node, info);
  }

  @Override
  public void stopAttest(GroupId to, NodeId node, Reason reason) {
    requireKnown(to);
    lose(self, node, new GroupEvent.Loss.Withdrawn(reason));
  }

  private void attest(NodeId attester, NodeId attestee, LinkInfo info) {
    enter(attestee);
    if (attestees(attester).put(attestee, info) == null) {
      tell(new GroupEvent.AttestationGained(group, attester, attestee, info));
    }
  }

  private Map<NodeId, LinkInfo> attestees(NodeId attester) {
    return attested.computeIfAbsent(attester, unseen -> new TreeMap<>());
  }

  private void tell(GroupEvent event) {
    List.copyOf(listeners).forEach(listener -> listener.accept(event));
  }

  private void requireKnown(GroupId named) {
    if (!named.equals(group)) {
      throw new UnknownGroupException(named);
    }
  }
}
