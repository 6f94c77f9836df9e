package org.lagroups.node.control.routes;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Member;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;
import org.lagroups.node.control.api.GroupView.BanView;
import org.lagroups.node.control.api.GroupView.EquivocatorView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.runtime.core.GroupRecord;
import org.lagroups.node.runtime.core.Node;
import org.lagroups.node.state.StateException;
import org.lagroups.node.transport.SessionInfo;

/** Groups: made, listed, shown, left. */
final class GroupRoutes {

  private final Node node;
  private final Ask ask;

  GroupRoutes(Node node) {
    this.node = node;
    this.ask = new Ask(node);
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/v1/groups",
            "The groups to which the node belongs.",
            GroupList.class,
            request -> new GroupList(ask.now(this::summaries))),
        ApiRoute.post(
            "/v1/groups",
            "Makes a group with this node as its only member.",
            CreateGroup.class,
            GroupCreated.class,
            (request, body) -> create(body)),
        ApiRoute.get(
            "/v1/groups/{group}",
            "A group's members and attestations, as this node sees them.",
            GroupView.class,
            request -> view(Ask.group(request))),
        ApiRoute.get(
            "/v1/groups/{group}/past",
            "What has changed in a group in the last hour, as far as the node was running.",
            GroupPast.class,
            request -> past(Ask.group(request))),
        ApiRoute.delete(
            "/v1/groups/{group}",
            "Leaves a group: tells its members, and forgets it.",
            Done.class,
            request -> leave(Ask.group(request))));
  }

  private List<GroupSummary> summaries() {
    LaGroups groups = node.groups();
    return groups.groups().stream()
        .map(group ->
            new GroupSummary(
                group,
                groups.attestations(group).vertexCount(),
                groups.attestsIn(group, node.self()).size(),
                groups.settings(group).validityMillis(),
                robust(group).summary(),
                node.membership().owner(group).orElse("")))
        .toList();
  }

  private GroupCreated create(CreateGroup body) {
    Long validity = body.validityMillis();
    Integer most = body.maxMembers();
    RobustRule rule = body.robust();
    GroupSettings settings;
    try {
      GroupSettings base =
          GroupSettings.withValidity(validity == null ? node.config().validityMillis() : validity);
      settings =
          (most == null ? base : base.withMaxMembers(most))
              .withRobust(rule == null ? RobustRule.NONE : rule);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("bad-settings", String.valueOf(e.getMessage()), "");
    }
    record Made(GroupId group, CompletableFuture<Void> durable) {}
    Made made = ask.now(() -> new Made(node.membership().create(settings), node.durable()));
    try {
      made.durable.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StateException state ? unsaved(made.group, state) : e;
    }
    return new GroupCreated(made.group);
  }

  /** A group that cannot be saved now is there all the same. */
  private static ApiException unsaved(GroupId group, StateException why) {
    return new ApiException(
        507,
        why.kind().code(),
        "the group %s is there, but not saved yet: %s".formatted(group, why.getMessage()),
        why.hint() + "; it is saved by itself then, do not make another");
  }

  private Done leave(GroupId group) {
    ask.change(() -> node.membership().leave(group));
    return Done.DONE;
  }

  private GroupView view(GroupId group) {
    return ask.now(() -> {
      LaGroups groups = node.groups();
      List<NodeId> members = groups.attestations(group).vertices();
      Map<NodeId, Verdict> verdicts = node.membership().verdicts(group);
      List<NodeId> linked = node.sessions().stream().map(SessionInfo::peer).toList();
      return new GroupView(
          group,
          node.self(),
          groups.settings(group),
          members.stream()
              .map(id ->
                  memberView(id, groups.member(group, id), linked.contains(id), verdicts.get(id)))
              .toList(),
          members.stream().flatMap(id -> attestationsOf(group, id).stream()).toList(),
          robust(group),
          verdicts.entrySet().stream()
              .map(one -> TestViews.of(one.getKey(), one.getValue(), node.tests(), group))
              .toList(),
          bans(node.membership().banned(group)),
          groups.equivocators(group).values().stream().map(GroupRoutes::equivocator).toList());
    });
  }

  private GroupPast past(GroupId group) {
    GroupRecord.Past past =
        ask.now(() -> {
          var _ = node.groups().settings(group); // or there is no such group
          return node.membership().past(group);
        });
    return PastViews.of(group, past);
  }

  private RobustView robust(GroupId group) {
    return RobustViews.of(node.groups().settings(group).robust(), node.membership().robust(group));
  }

  private MemberView memberView(
      NodeId id, Optional<Member> member, boolean linked, @Nullable Verdict verdict) {
    boolean self = id.equals(node.self());
    String name = member.map(Member::name).orElse(self ? node.config().name() : "");
    return new MemberView(
        id,
        Printable.of(name),
        member.map(Member::addresses).orElse(self ? node.addresses() : List.of()),
        linked,
        verdict == null ? "" : TestViews.word(verdict));
  }

  private List<AttestationView> attestationsOf(GroupId group, NodeId attester) {
    Long remaining = orNull(node.groups().remainingMillis(group, attester));
    return node.groups().attestsOut(group, attester).stream()
        .map(attested -> attestationView(attester, attested, remaining))
        .toList();
  }

  private static AttestationView attestationView(
      NodeId attester, AttestedNode attested, @Nullable Long remaining) {
    LinkInfo info = attested.info();
    return new AttestationView(
        attester,
        attested.node(),
        remaining,
        orNull(info.roundTripMicros()),
        orNull(info.throughputBitsPerSecond()),
        orNull(info.uptimeSeconds()),
        orNull(info.meanTimeToFailureSeconds()),
        orNull(info.cost()));
  }

  static List<BanView> bans(Map<NodeId, Reason> banned) {
    return banned.entrySet().stream()
        .map(ban -> new BanView(ban.getKey(), ReasonInfo.of(ban.getValue())))
        .toList();
  }

  private static EquivocatorView equivocator(Equivocation proof) {
    return new EquivocatorView(
        proof.attester(),
        proof.first().content().sequence(),
        base64(proof.first().encoded()),
        base64(proof.first().signature().value()),
        base64(proof.second().encoded()),
        base64(proof.second().signature().value()));
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? (Long) value.getAsLong() : null;
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
