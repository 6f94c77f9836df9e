package org.lagroups.node.control.routes;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinResult;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.invitation.InvitationLink;
import org.lagroups.node.runtime.core.Node;

/** Inviting, and joining by an invitation. */
final class InvitationRoutes {

  private static final long DEFAULT_VALID_SECONDS = 86_400;
  private static final long MAX_VALID_SECONDS = 365 * 86_400L;
  private static final long DEFAULT_TIMEOUT_MILLIS = 30_000;
  private static final long MAX_TIMEOUT_MILLIS = 300_000;

  private final Node node;
  private final Ask ask;
  private final SecureRandom random = new SecureRandom();

  InvitationRoutes(Node node) {
    this.node = node;
    this.ask = new Ask(node);
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/groups/{group}/invitations",
            "Makes an invitation link for one guest.",
            CreateInvitation.class,
            InvitationCreated.class,
            (request, body) -> invite(Ask.group(request), body)),
        ApiRoute.post(
            "/v1/join",
            "Joins a group by an invitation link; answers when that has succeeded or failed.",
            JoinGroup.class,
            GroupJoined.class,
            (request, body) -> join(body)));
  }

  private InvitationCreated invite(GroupId group, CreateInvitation body) {
    Long asked = body.validSeconds();
    long seconds = within(asked, DEFAULT_VALID_SECONDS, MAX_VALID_SECONDS, "seconds");
    long now = System.currentTimeMillis();
    GroupSettings settings = ask.now(() -> settingsWithRoom(group));
    InvitationLink link =
        InvitationLink.issue(
            group,
            settings,
            new Contact(node.self(), node.addresses()),
            now + seconds * 1_000,
            random);
    CompletableFuture<Void> durable =
        ask.now(() -> node.invitations().add(link.token(), group, link.expiresMillis(), now));
    durable.join();
    return new InvitationCreated(group, link.text(), link.expiresMillis());
  }

  private GroupSettings settingsWithRoom(GroupId group) {
    GroupSettings settings = node.groups().settings(group);
    if (node.groups().attestations(group).vertexCount() >= settings.maxMembers()) {
      throw ApiException.conflict(
          "group-full",
          "the group has %d members, and no room for more".formatted(settings.maxMembers()),
          "somebody has to leave first; or make another group: lag group create");
    }
    return settings;
  }

  private GroupJoined join(JoinGroup body) {
    InvitationLink link = link(body.link());
    long timeout = within(body.timeoutMillis(), DEFAULT_TIMEOUT_MILLIS, MAX_TIMEOUT_MILLIS, "ms");
    CompletableFuture<JoinResult> result = ask.now(() -> begin(link, timeout));
    return switch (result.join()) {
      case JoinResult.Joined joined -> new GroupJoined(joined.group(), joined.attester());
      case JoinResult.NobodyAttested failed -> throw refusal(link, failed.anyoneReached());
    };
  }

  private CompletableFuture<JoinResult> begin(InvitationLink link, long timeout) {
    if (link.inviter().node().equals(node.self())) {
      throw ApiException.conflict(
          "own-invitation", "this invitation is this node's own", "send it to somebody else");
    }
    if (node.groups().groups().contains(link.group())) {
      throw ApiException.conflict(
          "already-member",
          "this node belongs to the group already, or is just joining it",
          "see: lag group show --group " + link.group());
    }
    return node.membership()
        .join(link.request(timeout))
        .thenCompose(result ->
            result instanceof JoinResult.Joined
                ? node.durable().thenApply(done -> result)
                : CompletableFuture.completedFuture(result));
  }

  private static InvitationLink link(String text) {
    InvitationLink link;
    try {
      link = InvitationLink.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-link", String.valueOf(e.getMessage()), "copy the whole link, or ask for a new one");
    }
    if (System.currentTimeMillis() > link.expiresMillis()) {
      throw ApiException.conflict(
          "expired-link", "this invitation has expired", "ask for a new one: lag group invite");
    }
    return link;
  }

  private static ApiException refusal(InvitationLink link, boolean reached) {
    return reached
        ? new ApiException(
            403,
            "not-admitted",
            "the inviter was reached, but has not vouched for this node",
            "the invitation may have been used already, or the group may be full: ask the inviter")
        : new ApiException(
            504,
            "not-reached",
            "the inviter was not reached at " + link.inviter().addresses(),
            "is its node running, and may UDP pass between the two machines?");
  }

  private static long within(@Nullable Long asked, long otherwise, long most, String unit) {
    long value = asked == null ? otherwise : asked;
    if (value < 1 || value > most) {
      throw ApiException.badRequest(
          "bad-time", "a time of %d %s is out of range".formatted(value, unit), "1 to " + most);
    }
    return value;
  }
}
