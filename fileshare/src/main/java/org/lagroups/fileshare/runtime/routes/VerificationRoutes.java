package org.lagroups.fileshare.runtime.routes;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.api.BeginVerification;
import org.lagroups.fileshare.api.HitView.Confirmed;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.search.Hit;
import org.lagroups.fileshare.verify.PathOutcome;
import org.lagroups.fileshare.verify.RecordVerifier;
import org.lagroups.fileshare.verify.Verification;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;

/** Asking for records again over several routes. */
final class VerificationRoutes {

  private final Fileshare share;
  private final FileChoice choice;
  private final Checks checks;

  VerificationRoutes(Fileshare share, FileChoice choice, Checks checks) {
    this.share = share;
    this.choice = choice;
    this.checks = checks;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.post(
            "/v1/share/verifications",
            "Fetches a record again over vertex-disjoint routes and compares; answers when done.",
            BeginVerification.class,
            VerificationView.class,
            (request, body) -> verify(body)));
  }

  private VerificationView verify(BeginVerification body) throws InterruptedException {
    int paths = body.paths() == null ? share.verifyPaths() : body.paths();
    if (paths < 1 || paths > RecordVerifier.MAX_PATHS) {
      throw ApiException.badRequest("bad-paths", "1 to 16 paths, not " + paths, "");
    }
    Hit hit = choice.best(body.file());
    CompletableFuture<VerificationView> result = new CompletableFuture<>();
    share
        .loop()
        .run(() ->
            share
                .machine()
                .verifier()
                .verify(hit.record(), paths, done -> result.complete(view(hit, done))));
    return result.join();
  }

  /** On the loop. */
  private VerificationView view(Hit hit, Verification result) {
    FileRecord record = result.record().record();
    checks.keep(record, new Confirmed(result.confirmations(), result.outcomes().size()));
    return new VerificationView(
        record.group(),
        record.root().toString(),
        record.name().text(),
        record.publisher(),
        Printable.of(hit.publisherName()),
        result.wantedPaths(),
        result.confirmations(),
        code(result.conclusion()),
        result.outcomes().stream().map(this::view).toList(),
        proof(result));
  }

  private VerificationView.RouteView view(PathOutcome outcome) {
    Route route = outcome.route();
    String kind =
        switch (outcome) {
          case PathOutcome.Same same -> "same";
          case PathOutcome.Different different -> "different";
          case PathOutcome.Gone gone -> "gone";
          case PathOutcome.Altered altered -> "altered";
          case PathOutcome.Invalid invalid -> "invalid";
          case PathOutcome.NoAnswer none -> "no-answer";
        };
    return new VerificationView.RouteView(
        route.nodes(),
        route.nodes().stream().map(node -> name(route, node)).toList(),
        kind,
        detail(outcome));
  }

  private static String detail(PathOutcome outcome) {
    return switch (outcome) {
      case PathOutcome.Different different -> {
        FileRecord other = different.record().record();
        yield "%s, %d bytes, sequence %d"
            .formatted(other.name(), other.shape().lengthBytes(), other.sequence());
      }
      case PathOutcome.NoAnswer none -> code(none.failure());
      case PathOutcome.Same same -> "";
      case PathOutcome.Gone gone -> "";
      case PathOutcome.Altered altered -> "";
      case PathOutcome.Invalid invalid -> "";
    };
  }

  private String name(Route route, NodeId node) {
    if (node.equals(share.peers().self())) {
      return "me";
    }
    return share
        .peers()
        .member(route.group(), node)
        .map(member -> Printable.of(member.name()))
        .filter(name -> !name.isBlank())
        .orElse(node.abbreviated());
  }

  private static VerificationView.@Nullable ProofView proof(Verification result) {
    return result
        .proof()
        .map(proof ->
            new VerificationView.ProofView(
                proof.one().encoded(),
                proof.one().signature().value(),
                proof.other().encoded(),
                proof.other().signature().value()))
        .orElse(null);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
