package org.lagroups.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.transcript.Members.BLS;
import static org.lagroups.core.transcript.Members.endorsement;
import static org.lagroups.core.transcript.Members.member;
import static org.lagroups.core.transcript.Members.share;
import static org.lagroups.core.transcript.Members.shares;
import static org.lagroups.core.transcript.Members.signer;
import static org.lagroups.core.transcript.Members.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.lagroups.core.transcript.Endorsements.Sum;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

final class EndorsementsTest {

  private final CountingBls bls = new CountingBls(BLS);
  private final KeyRing ring = new KeyRing(bls);
  private final Endorsements endorsements = new Endorsements(ring);

  @Test
  void addsGoodSharesUpWithOneCheck() {
    SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1, 2, 3, 4);
    proveAll();
    int before = bls.checks();
    Sum sum = endorsements.add(endorsement(), shares);
    assertThat(bls.checks() - before).isEqualTo(1);
    assertThat(sum.signers()).containsExactly(signer(1), signer(2), signer(3), signer(4));
    assertThat(sum.bad()).isEmpty();
    assertThat(sum.signature()).contains(transcript(endorsement(), 1, 2, 3, 4).signature());
  }

  @Test
  void namesWhoseShareIsBad() {
    SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1, 2, 3, 4, 5, 6, 7, 8);
    Endorsement later =
        new Endorsement(Members.GROUP, member(0).nodeId(), endorsement().expiryMillis() + 10_000);
    shares.put(signer(5), share(later, 5));
    proveAll();
    int before = bls.checks();
    Sum sum = endorsements.add(endorsement(), shares);
    assertThat(sum.bad()).isEqualTo(ids(5));
    assertThat(nodes(sum)).isEqualTo(ids(1, 2, 3, 4, 6, 7, 8));
    assertThat(sum.signature())
        .contains(transcript(endorsement(), 1, 2, 3, 4, 6, 7, 8).signature());
    assertThat(bls.checks() - before).as("of 8 by halving").isEqualTo(7);
  }

  @Test
  void countsWhatIsNoSignatureAsBad() {
    SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1, 2);
    shares.put(signer(1), Bytes.fromHex("00"));
    assertThat(endorsements.add(endorsement(), shares).bad()).isEqualTo(ids(1));
    shares.put(signer(2), Bytes.fromHex("ff".repeat(96)));
    Sum nothing = endorsements.add(endorsement(), shares);
    assertThat(nothing.signature()).isEmpty();
    assertThat(nothing.bad()).isEqualTo(ids(1, 2));
  }

  @Test
  void findsExactlyTheBadOnesWhoeverTheyAre() {
    Seeds.forEach(
        12,
        500,
        seed -> {
          Random random = new Random(seed);
          SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1, 2, 3, 4, 5, 6, 7, 8, 9);
          List<NodeId> bad =
              shares.sequencedKeySet().stream()
                  .map(signer -> signer.identity().nodeId())
                  .filter(node -> random.nextInt(4) == 0)
                  .toList();
          shares.replaceAll((signer, share) ->
              bad.contains(signer.identity().nodeId()) ? share(endorsement(), 10) : share);
          Sum sum = endorsements.add(endorsement(), shares);
          assertThat(sum.bad()).isEqualTo(bad);
          assertThat(nodes(sum)).hasSize(9 - bad.size()).noneMatch(bad::contains);
        });
  }

  @Test
  void leavesOutWhoHasNotProvenItsKey() {
    SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1, 2);
    shares.put(
        new Signer(member(3).publicIdentity(), signer(4).possession()), share(endorsement(), 3));
    Sum sum = endorsements.add(endorsement(), shares);
    assertThat(sum.bad()).isEqualTo(ids(3));
    assertThat(sum.signature()).contains(transcript(endorsement(), 1, 2).signature());
  }

  @Test
  void namesTheProofThatWasFoundGood() {
    proveAll();
    SequencedMap<Signer, Bytes> shares = shares(endorsement(), 1);
    Signer spoiled = new Signer(member(2).publicIdentity(), signer(3).possession());
    shares.put(spoiled, share(endorsement(), 2));
    assertThat(endorsements.add(endorsement(), shares).signers())
        .containsExactly(signer(1), signer(2));
  }

  private void proveAll() {
    for (int number = 1; number < 9; number++) {
      assertThat(ring.prove(signer(number))).isPresent();
    }
  }

  private static List<NodeId> nodes(Sum sum) {
    return sum.signers().stream().map(signer -> signer.identity().nodeId()).toList();
  }

  private static List<NodeId> ids(int... numbers) {
    return Arrays.stream(numbers).mapToObj(n -> member(n).nodeId()).toList();
  }
}
