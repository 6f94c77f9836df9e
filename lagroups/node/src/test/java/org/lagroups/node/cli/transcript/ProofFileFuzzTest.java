package org.lagroups.node.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.transcript.ProofFiles.Proof;
import org.lagroups.node.control.api.SnapshotFile;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.json.Json;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

/** Whatever is in a file that is said to be a proof: one that can be written, or a refusal. */
final class ProofFileFuzzTest {

  private static final Identity SIGNER = Identity.generate(new Random(1));
  private static final Bytes SIGNATURE = Bytes.wrapOwned(new byte[BlsSignature.LENGTH]);

  @MethodSource("files")
  @FuzzTest(maxDuration = "30s")
  void json(byte[] input) {
    Proof proof;
    try {
      proof = ProofFiles.parse(input);
    } catch (JacksonException | IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return;
    }
    assertThat(ProofFiles.parse(written(proof))).isEqualTo(proof);
  }

  @Test
  void shortRun() {
    ShortRun.on(files(), this::json);
  }

  static List<byte[]> files() {
    GroupId group = new GroupId(Bytes.fromHex("07".repeat(GroupId.LENGTH)));
    Transcript transcript =
        new Transcript(
            new Endorsement(group, Identity.generate(new Random(2)).nodeId(), 1_800_000_000_000L),
            List.of(new Signer(SIGNER.publicIdentity(), SIGNATURE)),
            SIGNATURE);
    Snapshot snapshot = Snapshot.of(group, List.of(transcript)).orElseThrow();
    return List.of(
        written(new Proof.OfMember(transcript)),
        written(new Proof.OfGroup(snapshot)),
        "null".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] written(Proof proof) {
    return switch (proof) {
      case Proof.OfMember(Transcript transcript) -> Json.writeBytes(TranscriptFile.of(transcript));
      case Proof.OfGroup(Snapshot snapshot) -> Json.writeBytes(SnapshotFile.of(snapshot));
    };
  }
}
