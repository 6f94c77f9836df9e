package org.lagroups.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.route.Router;
import org.lagroups.core.transcript.exchange.TranscriptExchange;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;

/**
 * A node with the simplest of all tests: it attests to members and admitted candidates for as long
 * as it has a link to them. It remembers all events.
 */
public final class VouchingNode implements LinkWatcher.Listener {

  private final GroupMachine groups;
  private final LinkWatcher links;
  private final Optional<TranscriptExchange> transcripts;
  private final NodeId self;
  private final Set<NodeId> trusted = new TreeSet<>();
  private final List<GroupEvent> events = new ArrayList<>();
  private final List<JoinResult> joins = new ArrayList<>();
  private final Map<GroupId, AttestationGraph<NodeId>> firstViews = new TreeMap<>();
  private BiPredicate<NodeId, Bytes> admission = (node, token) -> true;
  private BiPredicate<NodeId, NodeId> acquaintance = (self, other) -> true;

  VouchingNode(Host host, Identity identity, GroupStore store, Optional<Bls> bls) {
    self = host.self();
    Optional<Endorser> endorser = bls.map(one -> new Endorser(identity, one, Offload.INLINE));
    groups =
        host.install(
            GroupMachine.PROTOCOL,
            environment -> new GroupMachine(environment, identity, store, endorser));
    transcripts = endorser.map(one -> exchange(host, identity, one));
    links = host.install(LinkWatcher.PROTOCOL, environment -> new LinkWatcher(environment, this));
    groups.describe(host.name(), List.of(host.address()));
    groups.groups().forEach(this::follow);
  }

  /** The node's groups. */
  public GroupMachine groups() {
    return groups;
  }

  /** Gives and gets transcripts; only of a node that signs endorsements. */
  public TranscriptExchange transcripts() {
    return transcripts.orElseThrow();
  }

  /** Everything that has happened in this life. */
  public List<GroupEvent> events() {
    return events;
  }

  /** Its view when it began to listen to events. */
  public AttestationGraph<NodeId> firstView(GroupId group) {
    return firstViews.getOrDefault(group, AttestationGraph.<NodeId>builder().build());
  }

  /** How joins have ended in this life. */
  public List<JoinResult> joins() {
    return joins;
  }

  /** Decides who is tested when it asks; at first, everyone. */
  public void admitIf(BiPredicate<NodeId, Bytes> rule) {
    admission = rule;
  }

  /** Decides to whom (second) this node (first) ever attests; at first, to everyone. */
  public void attestOnlyIf(BiPredicate<NodeId, NodeId> rule) {
    acquaintance = rule;
  }

  /** Makes a group. */
  public GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    follow(group);
    return group;
  }

  /** Joins a group through one member. */
  public void join(
      GroupId group, GroupSettings settings, Contact member, Bytes token, long timeoutMillis) {
    trusted.add(member.node());
    groups.join(
        new JoinRequest(group, settings, List.of(member), token, timeoutMillis), joins::add);
    follow(group);
  }

  /** The members of its view, itself among them. */
  public Set<NodeId> view(GroupId group) {
    return groups.groups().contains(group)
        ? new TreeSet<>(groups.attestations(group).vertices())
        : Set.of();
  }

  /** Withdraws from a node for good. */
  public void drop(GroupId group, NodeId node, Reason reason) {
    trusted.remove(node);
    BiPredicate<NodeId, NodeId> before = acquaintance;
    acquaintance = (one, other) -> !other.equals(node) && before.test(one, other);
    groups.stopAttest(group, node, reason);
  }

  @Override
  public void linkUp(NodeId peer) {
    groups.groups().forEach(group -> consider(group, peer));
  }

  @Override
  public void linkDown(NodeId peer) {
    for (GroupId group : groups.groups()) {
      groups.stopAttest(group, peer, Reason.of(ReasonCode.UNREACHABLE));
    }
  }

  private TranscriptExchange exchange(Host host, Identity identity, Endorser endorser) {
    Router router =
        host.install(Router.PROTOCOL, environment -> new Router(environment, identity, groups));
    return host.install(
        TranscriptExchange.PROTOCOL,
        environment -> new TranscriptExchange(environment, groups, router, endorser));
  }

  private void follow(GroupId group) {
    groups.attestsChange(group, event -> heard(event));
    firstViews.put(group, groups.attestations(group));
    trusted.addAll(groups.attestations(group).vertices());
  }

  private void heard(GroupEvent event) {
    events.add(event);
    switch (event) {
      case GroupEvent.NodeEntered entered -> {
        trusted.add(entered.node());
        consider(entered.group(), entered.node());
      }
      case GroupEvent.CandidateHeard candidate -> {
        if (trusted.contains(candidate.node())
            || admission.test(candidate.node(), candidate.token())) {
          trusted.add(candidate.node());
          consider(candidate.group(), candidate.node());
        }
      }
      case GroupEvent.NodeLeft left -> {}
      case GroupEvent.EquivocationProven proven -> trusted.remove(proven.node());
      case GroupEvent.AttestationGained gained -> {}
      case GroupEvent.AttestationLost lost -> {}
    }
  }

  private void consider(GroupId group, NodeId peer) {
    if (!peer.equals(self)
        && trusted.contains(peer)
        && links.isLinked(peer)
        && acquaintance.test(self, peer)) {
      groups.startAttest(group, peer, LinkInfo.ofRoundTrip(50_000));
    }
  }
}
