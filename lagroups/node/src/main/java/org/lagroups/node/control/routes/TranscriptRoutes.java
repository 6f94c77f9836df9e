package org.lagroups.node.control.routes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.exchange.Outcome;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.SnapshotFile;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.runtime.core.Node;

/** Proofs of membership: of this node, of other members, and of all members at once. */
final class TranscriptRoutes {

  /** How long adding the signatures up may take; without a native library it takes seconds. */
  private static final long TIMEOUT_SECONDS = 60;

  private final Node node;

  TranscriptRoutes(Node node) {
    this.node = node;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
                "/v1/groups/{group}/transcript",
                "A proof for strangers that a node is a member of a group.",
                TranscriptFile.class,
                this::transcript)
            .withQuery("signers", "how many members have to sign; 1 if missing")
            .withQuery("member", "which node is asked for its proof; this one if missing"),
        ApiRoute.get(
            "/v1/groups/{group}/snapshot",
            "A proof of who vouches for whom: the transcripts of all members that answer.",
            SnapshotFile.class,
            this::snapshot));
  }

  private TranscriptFile transcript(ApiRequest request) {
    GroupId group = Ask.group(request);
    int least = request.query("signers").map(TranscriptRoutes::count).orElse(1);
    NodeId member = request.query("member").map(Ask::node).orElse(node.self());
    Transcript transcript = member.equals(node.self()) ? own(group, least) : ofOther(group, member);
    if (transcript.signers().size() < least) {
      throw ApiException.notFound(
          "too-few-signers",
          "only %d members have signed for %s, not %d"
              .formatted(transcript.signers().size(), name(member), least),
          "try again in a third of the group's validity, or ask for fewer");
    }
    return TranscriptFile.of(transcript);
  }

  private Transcript own(GroupId group, int least) {
    CompletableFuture<Optional<Transcript>> found = new CompletableFuture<>();
    node.loop().run(() -> node.groups().transcript(group, least, found::complete));
    return await(found).orElseThrow(this::noneOfMine);
  }

  private Transcript ofOther(GroupId group, NodeId member) {
    CompletableFuture<Outcome<Transcript>> asked = new CompletableFuture<>();
    node.loop().run(() -> node.transcripts().transcript(group, member, asked::complete));
    return switch (await(asked)) {
      case Outcome.Given<Transcript>(Transcript transcript) -> transcript;
      case Outcome.Missing<Transcript>(Outcome.Why why) -> throw missing(member, why);
    };
  }

  private SnapshotFile snapshot(ApiRequest request) {
    GroupId group = Ask.group(request);
    CompletableFuture<Optional<Snapshot>> made = new CompletableFuture<>();
    node.loop().run(() -> node.transcripts().snapshot(group, made::complete));
    return SnapshotFile.of(
        await(made)
            .orElseThrow(() ->
                ApiException.notFound(
                    "no-snapshot",
                    "no member could be asked, or nobody has signed yet",
                    "try again in a moment; who vouches for whom says: lag group show")));
  }

  private ApiException missing(NodeId member, Outcome.Why why) {
    return switch (why) {
      case NO_ROUTE ->
          ApiException.notFound(
              "no-route",
              "no way leads to %s, or it was never heard".formatted(member.abbreviated()),
              "see: lag group show");
      case NO_ANSWER ->
          ApiException.notFound(
              "no-answer", "%s did not answer".formatted(member.abbreviated()), "try again");
      case REFUSED ->
          ApiException.conflict(
              "refused",
              "%s does not answer this now".formatted(member.abbreviated()),
              "it is busy, or does not see this node as a member: try again in a moment");
      case NOTHING_SIGNED -> nothingSigned(member);
      case NOT_VALID ->
          ApiException.conflict(
              "not-valid",
              "what %s sent does not prove that it is a member".formatted(member.abbreviated()),
              "try again in a moment; if it stays so, that node misbehaves");
      case LEFT ->
          ApiException.notFound("unknown-group", "this node has left the group", "lag group list");
    };
  }

  private ApiException noneOfMine() {
    return node.signingTrouble()
        .map(trouble ->
            ApiException.conflict(
                "cannot-sign",
                "the signatures could not be added up: " + trouble,
                "try again in a moment; the log says more"))
        .orElseGet(() -> nothingSigned(node.self()));
  }

  private ApiException nothingSigned(NodeId member) {
    return ApiException.notFound(
        "no-transcript",
        "no member of the group has signed for %s yet".formatted(name(member)),
        "try again in a moment; who vouches for whom says: lag group show");
  }

  private String name(NodeId member) {
    return member.equals(node.self()) ? "this node" : member.abbreviated();
  }

  private static <T> T await(CompletableFuture<T> found) {
    try {
      return found.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw ApiException.conflict(
          "busy", "the node has too much to sign at the moment", "try again");
    }
  }

  /** How many signers a query parameter asks for. */
  static int count(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= Transcript.MAX_SIGNERS) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw badCount(text);
    }
    throw badCount(text);
  }

  private static ApiException badCount(String text) {
    return ApiException.badRequest(
        "bad-count", "signers are 1 to " + Transcript.MAX_SIGNERS + ", not " + text, "");
  }
}
