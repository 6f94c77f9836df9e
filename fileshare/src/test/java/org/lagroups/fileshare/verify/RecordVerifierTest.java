package org.lagroups.fileshare.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.testing.MemoryFiles;
import org.lagroups.fileshare.testing.Village;
import org.lagroups.fileshare.wire.FileReply;

class RecordVerifierTest {

  private static final byte[] CONTENT = Vectors.content(100);

  private final Village village = new Village("me-ann me-bob me-cy ann-zoe bob-zoe cy-zoe");
  private final MemoryFiles zoe = village.files("zoe");
  private final SignedRecord record = zoe.share("paper.pdf", CONTENT);
  private final MerkleRoot root = record.record().root();
  private final RecordVerifier verifier = new RecordVerifier(village);

  @Test
  void confirmsOverThreeDisjointRoutes() {
    Verification result = verify(3);
    assertThat(result.conclusion()).isEqualTo(Conclusion.CONFIRMED);
    assertThat(result.confirmations()).isEqualTo(3);
    assertThat(result.outcomes())
        .flatExtracting(outcome -> outcome.route().relays())
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void saysWhenThereAreNotEnoughRoutes() {
    Verification result = verify(4);
    assertThat(result.conclusion()).isEqualTo(Conclusion.TOO_FEW);
    assertThat(result.confirmations()).isEqualTo(3);
  }

  @Test
  void exposesTheRouteWhoseRelayLies() {
    village.tamper("bob", (route, reply) -> new PeerReply.Altered(route));
    Verification result = verify(3);
    assertThat(result.conclusion()).isEqualTo(Conclusion.TOO_FEW);
    assertThat(result.confirmations()).isEqualTo(2);
    assertThat(result.lyingRoutes())
        .extracting(Route::relays)
        .containsExactly(List.of(village.node("bob")));
  }

  @Test
  void provesThatAPublisherEquivocates() {
    SignedRecord other =
        SignedRecord.sign(
            zoe.record(root, "virus.exe", CONTENT.length, 1), Village.identity("zoe"));
    village.tamper("bob", (route, reply) -> published(other));
    Verification result = verify(3);
    assertThat(result.conclusion()).isEqualTo(Conclusion.EQUIVOCATED);
    Verification.Proof proof = result.proof().orElseThrow();
    assertThat(List.of(proof.one(), proof.other())).containsExactlyInAnyOrder(record, other);
    assertThat(proof.one().isSignedBy(Village.identity("zoe").publicIdentity())).isTrue();
    assertThat(proof.other().isSignedBy(Village.identity("zoe").publicIdentity())).isTrue();
  }

  @Test
  void tellsAChangedRecordFromALie() {
    zoe.publish(zoe.record(root, "paper, second edition.pdf", CONTENT.length, 2));
    assertThat(verify(3).conclusion()).isEqualTo(Conclusion.REPLACED);
  }

  @Test
  void contradictsWhenOnlySomeRoutesBringALaterRecord() {
    SignedRecord later =
        SignedRecord.sign(zoe.record(root, "new.pdf", CONTENT.length, 2), Village.identity("zoe"));
    village.tamper("bob", (route, reply) -> published(later));
    assertThat(verify(3).conclusion()).isEqualTo(Conclusion.CONTRADICTED);
  }

  @Test
  void saysWhenThePublisherHasItNoLonger() {
    zoe.withdraw(root);
    assertThat(verify(2).conclusion()).isEqualTo(Conclusion.GONE);
  }

  @Test
  void calledInvalidWhenThePublisherAnswersWithSomethingElse() {
    SignedRecord elsewhere = zoe.share("other.pdf", Vectors.content(7));
    village.tamper("zoe", (route, reply) -> published(elsewhere));
    assertThat(verify(3).conclusion()).isEqualTo(Conclusion.INVALID);
    village.tamper(
        "zoe", (route, reply) -> new PeerReply.Answered(new FileReply.Held(Optional.empty())));
    assertThat(verify(3).conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @Test
  void confirmsNothingOnSilence() {
    village.silence("ann");
    Verification result = verify(3);
    assertThat(result.conclusion()).isEqualTo(Conclusion.TOO_FEW);
    assertThat(result.outcomes())
        .filteredOn(PathOutcome.NoAnswer.class::isInstance)
        .extracting(outcome -> outcome.route().relays())
        .containsExactly(List.of(village.node("ann")));
  }

  @Test
  void boundsTheNumberOfRoutes() {
    assertThatThrownBy(() -> verify(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> verify(RecordVerifier.MAX_PATHS + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static PeerReply published(SignedRecord record) {
    return new PeerReply.Answered(new FileReply.Published(Optional.of(record)));
  }

  private Verification verify(int paths) {
    List<Verification> results = new ArrayList<>();
    verifier.verify(record, paths, results::add);
    village.pass(RecordVerifier.ANSWER_MILLIS + 10);
    assertThat(results).hasSize(1);
    return results.getFirst();
  }
}
