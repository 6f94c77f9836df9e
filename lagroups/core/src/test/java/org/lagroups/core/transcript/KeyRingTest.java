package org.lagroups.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lagroups.core.transcript.Members.BLS;
import static org.lagroups.core.transcript.Members.key;
import static org.lagroups.core.transcript.Members.member;
import static org.lagroups.core.transcript.Members.signer;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.simnet.seed.Seeds;

final class KeyRingTest {

  private final CountingBls bls = new CountingBls(BLS);
  private final KeyRing ring = new KeyRing(bls);

  @Test
  void checksAProofOnce() {
    Signer signer = signer(1);
    assertThat(ring.find(member(1).nodeId())).isEmpty();
    assertThat(ring.prove(signer)).isPresent();
    assertThat(ring.prove(signer)).isPresent();
    assertThat(bls.checks()).isEqualTo(1);
    assertThat(ring.find(member(1).nodeId())).isPresent();
  }

  @Test
  void refusesTheProofOfAnother() {
    assertThat(ring.prove(new Signer(signer(1).identity(), signer(2).possession()))).isEmpty();
    assertThat(ring.find(member(1).nodeId())).isEmpty();
  }

  @Test
  void addsUpWhatHasNotBeenAddedUpBefore() {
    List<ProvenKey> all = keys(1, 2, 3, 4, 5, 6, 7, 8);
    ring.sum(all);
    int scratch = bls.keyAdditions();
    assertThat(scratch).isEqualTo(7);
    ring.sum(all.reversed());
    assertThat(bls.keyAdditions()).as("the same signers again").isEqualTo(scratch);
    ring.sum(keys(1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(bls.keyAdditions()).as("one more").isEqualTo(scratch + 1);
    ring.sum(keys(1, 2, 3, 4, 5, 6, 8, 9));
    assertThat(bls.keyAdditions()).as("one less").isEqualTo(scratch + 2);
  }

  @Test
  void findsTheSameSumEachWay() {
    Seeds.forEach(
        30,
        1_000,
        seed -> {
          Random random = new Random(seed);
          List<ProvenKey> some =
              keys(1, 2, 3, 4, 5, 6, 7).stream().filter(key -> random.nextBoolean()).toList();
          if (!some.isEmpty()) {
            BlsPublicKey fresh = some.stream().map(ProvenKey::key).reduce(BLS::add).orElseThrow();
            assertThat(ring.sum(some).encoded()).isEqualTo(fresh.encoded());
          }
        });
  }

  @Test
  void refusesSumsThatCountANodeTwice() {
    assertThatThrownBy(() -> ring.sum(keys(1, 1))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ring.sum(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void forgetsWhatWasNotUsedForLongest() {
    RecentlyUsed<Integer, String> recent = new RecentlyUsed<>(2);
    recent.put(1, "one");
    recent.put(2, "two");
    assertThat(recent.get(1)).isEqualTo("one");
    recent.put(3, "three");
    assertThat(recent.keySet()).containsExactlyInAnyOrder(1, 3);
  }

  private List<ProvenKey> keys(int... numbers) {
    return Arrays.stream(numbers).mapToObj(number -> key(ring, number)).toList();
  }
}
