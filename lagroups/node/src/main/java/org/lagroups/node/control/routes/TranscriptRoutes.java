package org.lagroups.node.control.routes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.runtime.core.Node;

/** Proofs of this node's own membership. */
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
                "A proof for strangers that this node is a member of a group.",
                TranscriptFile.class,
                this::transcript)
            .withQuery("signers", "how many members have to sign; 1 if missing"));
  }

  private TranscriptFile transcript(ApiRequest request) {
    GroupId group = Ask.group(request);
    int least = request.query("signers").map(TranscriptRoutes::count).orElse(1);
    CompletableFuture<Optional<Transcript>> found = new CompletableFuture<>();
    node.loop().run(() -> node.groups().transcript(group, least, found::complete));
    Transcript transcript =
        await(found)
            .orElseThrow(() ->
                ApiException.notFound(
                    "no-transcript",
                    "no member of the group has signed for this node yet",
                    "try again in a moment; who vouches for you says: lag group show"));
    if (transcript.signers().size() < least) {
      throw ApiException.notFound(
          "too-few-signers",
          "only %d members have signed for this node, not %d"
              .formatted(transcript.signers().size(), least),
          "try again in a third of the group's validity, or ask for fewer");
    }
    return TranscriptFile.of(transcript);
  }

  private static Optional<Transcript> await(CompletableFuture<Optional<Transcript>> found) {
    try {
      return found.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw ApiException.conflict(
          "busy", "the node has too much to sign at the moment", "try again");
    }
  }

  private static int count(String text) {
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
