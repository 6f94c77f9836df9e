package org.lagroups.core.group.endorse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

final class ReceivedSharesTest {

  private static final Bytes SIGNATURE = Bytes.fromHex("05".repeat(BlsSignature.LENGTH));

  private final Random random = new Random(5);
  private final Set<NodeId> view = new HashSet<>();
  private final ReceivedShares shares =
      new ReceivedShares(
          new Endorsement(
              new GroupId(random(GroupId.LENGTH)), new NodeId(random(NodeId.LENGTH)), 60_000));

  @Test
  void keepsNoMoreThanSoManyHoweverManySign() {
    for (int i = 0; i < 3 * ReceivedShares.MAX_SIGNERS; i++) {
      put(signer());
      assertThat(shares.count()).isLessThanOrEqualTo(ReceivedShares.MAX_SIGNERS);
    }
  }

  @Test
  void strangersKeepNoMemberOut() {
    Signer early = member();
    put(early);
    for (int i = 0; i < ReceivedShares.MAX_SIGNERS; i++) {
      put(signer());
    }
    Signer late = member();
    put(late);
    assertThat(shares.of(view)).containsOnlyKeys(early, late);
  }

  @Test
  void aFullSetTakesLaterSharesOfTheSameSigners() {
    Signer signer = member();
    put(signer);
    for (int i = 1; i < ReceivedShares.MAX_SIGNERS; i++) {
      put(member());
    }
    Bytes later = Bytes.fromHex("06".repeat(BlsSignature.LENGTH));
    shares.put(signer, later, view::contains);
    put(signer());
    assertThat(shares.of(view)).hasSize(ReceivedShares.MAX_SIGNERS).containsEntry(signer, later);
  }

  private void put(Signer signer) {
    shares.put(signer, SIGNATURE, view::contains);
  }

  private Signer member() {
    Signer signer = signer();
    view.add(signer.identity().nodeId());
    return signer;
  }

  private Signer signer() {
    return new Signer(
        new PublicIdentity(
            random(PublicIdentity.ED25519_LENGTH), random(PublicIdentity.BLS_LENGTH)),
        random(BlsSignature.LENGTH));
  }

  private Bytes random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Bytes.wrapOwned(bytes);
  }
}
