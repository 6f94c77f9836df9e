package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.crypto.Signature;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.machine.Bytes;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.json.Json;

/** A publisher that equivocates, at real nodes. */
@Tag("network")
class TwoFacedPublisherTest {

  private static final MerkleRoot ROOT = Vectors.tree(1_000).root();

  @TempDir private Path folder;

  @Test
  void isNamedWithBothItsStatementsAsProof() throws Exception {
    TwoFacedModule liar = new TwoFacedModule(ROOT);
    try (SharingNodes nodes = new SharingNodes(folder)) {
      nodes.start("alice", List.of(liar));
      nodes.start("bob");
      nodes.start("carol");
      nodes.formGroup("alice", "bob", "carol");
      assertThat(nodes.done("bob", "share", "search", "contract").out())
          .contains(TwoFacedModule.TOLD_DIRECTLY)
          .doesNotContain(TwoFacedModule.TOLD_OVER_OTHERS);

      Captured text = nodes.lag("bob", "share", "verify", "1", "--paths", "2");
      assertThat(text.code()).isEqualTo(1);
      assertThat(text.out())
          .contains("me > alice: same")
          .contains("me > carol > alice: another record (" + TwoFacedModule.TOLD_OVER_OTHERS)
          .contains("alice lies: it has signed two different records");

      assertProves(liar, nodes.lag("bob", "--json", "share", "verify", "1", "--paths", "2"));
    }
  }

  /** What anyone can check who has alice's public keys. */
  private static void assertProves(TwoFacedModule liar, Captured printed) throws Exception {
    VerificationView view =
        Json.readStrict(printed.out().getBytes(StandardCharsets.UTF_8), VerificationView.class);
    assertThat(view.conclusion()).isEqualTo("equivocated");
    assertThat(view.publisher()).isEqualTo(liar.publisher().nodeId());
    VerificationView.ProofView proof = Objects.requireNonNull(view.proof());
    FileRecord one = signed(liar, proof.oneRecord(), proof.oneSignature());
    FileRecord other = signed(liar, proof.otherRecord(), proof.otherSignature());
    assertThat(one).isNotEqualTo(other);
    assertThat(one.root()).isEqualTo(other.root()).isEqualTo(ROOT);
    assertThat(one.sequence()).isEqualTo(other.sequence());
    assertThat(one.group()).isEqualTo(other.group());
    assertThat(one.name().text()).isEqualTo(TwoFacedModule.TOLD_DIRECTLY);
    assertThat(other.name().text()).isEqualTo(TwoFacedModule.TOLD_OVER_OTHERS);
  }

  private static FileRecord signed(TwoFacedModule liar, Bytes encoded, Bytes signature) {
    FileRecord record = ((DecodedRecord.Accepted) RecordCodec.decode(encoded)).record();
    SignedRecord signed = new SignedRecord(record, encoded, new Signature(signature));
    assertThat(signed.isSignedBy(liar.publisher())).isTrue();
    return record;
  }
}
