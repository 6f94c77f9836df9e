package org.lagroups.wormguard.runtime.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.ExportedSignature;
import org.lagroups.wormguard.api.ImportedSignature;
import org.lagroups.wormguard.api.OfferSignature;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import org.lagroups.wormguard.api.WithdrawSignature;
import org.lagroups.wormguard.cooperate.book.SignatureStatus;
import org.lagroups.wormguard.cooperate.endorse.EndorsementSet;
import org.lagroups.wormguard.cooperate.endorse.SetCodec;
import org.lagroups.wormguard.cooperate.judge.EvidenceShelf;
import org.lagroups.wormguard.cooperate.protocol.OfferResult;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.learn.evidence.DecodedEvidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;

/** Signatures: what there is, and what a person decides on them. */
final class SignatureRoutes {

  private static final int MIN_PREFIX = 4;
  private static final int MAX_DAYS = 30;
  private static final String HINT = "see: lag guard sigs";

  private final GuardAccess guard;
  private final EvidenceShelf shelf;

  SignatureRoutes(GuardAccess guard, EvidenceShelf shelf) {
    this.guard = guard;
    this.shelf = shelf;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get(
            "/v1/guard/signatures", "All signatures.", SignatureList.class, request -> list()),
        ApiRoute.get(
            "/v1/guard/signatures/{id}",
            "A signature, by its ID or the beginning of it.",
            SignatureView.class,
            request -> view(find(request))),
        ApiRoute.post(
            "/v1/guard/signatures",
            "Tests a signature, and offers it to the group if it is good.",
            OfferSignature.class,
            SignatureView.class,
            (request, body) -> offer(body)),
        ApiRoute.post(
            "/v1/guard/signatures/{id}/attest",
            "Endorses a signature from now on, whatever the tests say.",
            SignatureView.class,
            this::attest),
        ApiRoute.post(
            "/v1/guard/signatures/{id}/withdraw",
            "Says that a signature is bad; costs who vouched for it this node's attestation.",
            WithdrawSignature.class,
            SignatureView.class,
            this::withdraw),
        ApiRoute.get(
            "/v1/guard/signatures/{id}/evidence",
            "What a signature stands on: payloads, and how far they had spread.",
            EvidenceView.class,
            this::evidence),
        ApiRoute.get(
            "/v1/guard/signatures/{id}/export",
            "A signature with its evidence, and proof of who endorses it.",
            ExportedSignature.class,
            this::export),
        ApiRoute.post(
            "/v1/guard/import",
            "Takes a signature that was exported elsewhere, as one that a member offers.",
            ExportedSignature.class,
            ImportedSignature.class,
            (request, body) -> take(body)));
  }

  private SignatureList list() {
    return guard.ask(
        () -> new SignatureList(guard.machine().desk().all().stream().map(this::view).toList()));
  }

  private SignatureView view(SignatureStatus status) {
    return Views.of(status, guard.ask(() -> guard.policy().isDryRun(status.signed().id())));
  }

  private SignatureView view(SignatureId id) {
    return view(find(id.toString()));
  }

  private SignatureStatus find(ApiRequest request) {
    return find(request.path("id"));
  }

  private SignatureStatus find(String beginning) {
    List<SignatureStatus> fitting =
        guard.ask(() -> guard.machine().desk().all()).stream()
            .filter(status -> status.signed().id().toString().startsWith(beginning))
            .toList();
    if (beginning.length() < MIN_PREFIX || fitting.isEmpty()) {
      throw ApiException.notFound("no-signature", "there is no such signature", HINT);
    }
    if (fitting.size() > 1) {
      throw ApiException.conflict(
          "ambiguous", "%d signatures begin so".formatted(fitting.size()), "give more of the ID");
    }
    return fitting.getFirst();
  }

  private SignatureView offer(OfferSignature body) throws InterruptedException {
    GroupId group = group(body.group());
    Bytes evidence = hex("evidence", body.evidence());
    if (body.days() < 1 || body.days() > MAX_DAYS) {
      throw ApiException.badRequest("bad-days", "a signature lives for 1 to 30 days", "");
    }
    long life = TimeUnit.DAYS.toMillis(body.days());
    OfferResult result =
        guard.await(done -> guard.machine().desk().offer(group, body.rule(), evidence, life, done));
    return offered(result);
  }

  private SignatureView offered(OfferResult result) {
    return switch (result) {
      case OfferResult.Offered offered -> view(offered.id());
      case OfferResult.Undecided undecided ->
          throw ApiException.conflict(
              OfferSignature.UNDECIDED,
              "it cannot be tested now: " + undecided.why(),
              "try again once that is so no longer");
      case OfferResult.Refused refused ->
          throw ApiException.conflict(OfferSignature.REFUSED, refused.why(), "");
    };
  }

  private GroupId group(String named) {
    Set<GroupId> groups = guard.ask(() -> guard.machine().groups());
    if (named.isEmpty() && groups.size() == 1) {
      return groups.iterator().next();
    }
    return groups.stream()
        .filter(group -> group.toString().equals(named))
        .findFirst()
        .orElseThrow(() ->
            ApiException.badRequest(
                "bad-group",
                "this node belongs to %d groups, and that is none of them".formatted(groups.size()),
                "name one: lag group list"));
  }

  private SignatureView attest(ApiRequest request) {
    SignatureStatus status = find(request);
    GroupId group = status.signed().record().group();
    SignatureId id = status.signed().id();
    require(guard.change(() -> guard.machine().desk().attest(group, id)));
    return view(id);
  }

  private SignatureView withdraw(ApiRequest request, WithdrawSignature body) {
    SignatureStatus status = find(request);
    GroupId group = status.signed().record().group();
    SignatureId id = status.signed().id();
    require(guard.change(() -> guard.machine().desk().withdraw(group, id, body.reason())));
    return view(id);
  }

  private static void require(boolean isThere) {
    if (!isThere) {
      throw ApiException.conflict("not-offered", "the group does not know of it yet", HINT);
    }
  }

  private EvidenceView evidence(ApiRequest request) throws InterruptedException {
    SignedRecord signed = find(request).signed();
    return switch (EvidenceCodec.decode(evidenceOf(signed))) {
      case DecodedEvidence.Accepted accepted -> Views.of(signed.id(), accepted.evidence());
      case DecodedEvidence.Refused refused ->
          throw ApiException.conflict(
              EvidenceView.BAD_EVIDENCE, "what it stands on is no evidence: " + refused.why(), "");
    };
  }

  private Bytes evidenceOf(SignedRecord signed) throws InterruptedException {
    return guard
        .<Optional<Bytes>>await(done -> shelf.read(signed.record().evidence(), done))
        .orElseThrow(() ->
            ApiException.conflict(
                ExportedSignature.NO_EVIDENCE,
                "the evidence for it is not here yet",
                "wait until this gateway has tested it, or ask where it was offered"));
  }

  private ExportedSignature export(ApiRequest request) throws InterruptedException {
    SignedRecord signed = find(request).signed();
    Bytes evidence = evidenceOf(signed);
    Optional<EndorsementSet> proof =
        guard.await(
            done -> guard.machine().desk().proof(signed.record().group(), signed.id(), done));
    return new ExportedSignature(
        signed.encoded().toHex(),
        signed.signature().value().toHex(),
        evidence.toHex(),
        proof.map(SetCodec::encode).map(Bytes::toHex).orElse(""));
  }

  private ImportedSignature take(ExportedSignature body) throws InterruptedException {
    SignedRecord signed =
        Exported.record(body)
            .orElseThrow(() ->
                ApiException.badRequest(
                    "bad-signature", "this is no exported signature", "export it again"));
    Bytes evidence = hex("evidence", body.evidence());
    Optional<EndorsementSet> proof = proof(body);
    OfferResult result =
        guard.await(done -> guard.machine().desk().take(signed, evidence, proof, done));
    return new ImportedSignature(
        offered(result),
        proof.map(set -> set.signers().size()).orElse(0),
        proof.map(set -> set.endorsement().expiryMillis()).orElse(0L));
  }

  private static Optional<EndorsementSet> proof(ExportedSignature body) {
    if (body.proof().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        SetCodec.decode(hex("proof", body.proof()))
            .orElseThrow(() ->
                ApiException.badRequest(
                    "bad-proof",
                    "the proof of who endorses it cannot be read",
                    "export it again: lag guard sigs export")));
  }

  private static Bytes hex(String field, String text) {
    return Exported.hex(text)
        .orElseThrow(() ->
            ApiException.badRequest(
                "bad-" + field, field + " is an even number of hexadecimal digits", ""));
  }
}
