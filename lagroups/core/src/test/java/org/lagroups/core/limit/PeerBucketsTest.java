package org.lagroups.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

final class PeerBucketsTest {

  private static final long SECOND = 1_000_000_000L;
  private static final Rate TEN_PER_SECOND = new Rate(10, 20);

  @Test
  void letsABurstThroughAndThenTheRate() {
    TokenBucket bucket = new TokenBucket(TEN_PER_SECOND, 0);
    assertThat(bucket.take(20, 0)).isTrue();
    assertThat(bucket.take(1, 0)).isFalse();
    assertThat(bucket.take(10, SECOND)).isTrue();
    assertThat(bucket.take(1, SECOND)).isFalse();
  }

  @Test
  void neverHoldsMoreThanTheBurst() {
    TokenBucket bucket = new TokenBucket(TEN_PER_SECOND, 0);
    assertThat(bucket.take(21, 1_000 * SECOND)).isFalse();
    assertThat(bucket.take(20, 1_000 * SECOND)).isTrue();
  }

  @Test
  void takesNothingWhenThereIsTooLittle() {
    TokenBucket bucket = new TokenBucket(TEN_PER_SECOND, 0);
    assertThat(bucket.take(15, 0)).isTrue();
    assertThat(bucket.take(6, 0)).isFalse();
    assertThat(bucket.take(5, 0)).isTrue();
  }

  @Test
  void gainsNothingWhenTimeStandsOrGoesBack() {
    TokenBucket bucket = new TokenBucket(TEN_PER_SECOND, SECOND);
    assertThat(bucket.take(20, SECOND)).isTrue();
    assertThat(bucket.take(1, 0)).isFalse();
    assertThat(bucket.take(10, 2 * SECOND)).isTrue();
    assertThat(bucket.take(1, 2 * SECOND)).isFalse();
  }

  @Test
  void onePeerDoesNotUseUpAnothersTokens() {
    PeerBuckets buckets = new PeerBuckets(TEN_PER_SECOND);
    assertThat(buckets.take(node(1), 20, 0)).isTrue();
    assertThat(buckets.take(node(1), 1, 0)).isFalse();
    assertThat(buckets.take(node(2), 20, 0)).isTrue();
  }

  @Test
  void forgetsThePeerThatWasIdleTheLongest() {
    PeerBuckets buckets = new PeerBuckets(TEN_PER_SECOND);
    assertThat(buckets.take(node(0), 20, 0)).isTrue();
    assertThat(buckets.take(node(1), 20, 0)).isTrue();
    for (int i = 2; i < PeerBuckets.MAX_PEERS; i++) {
      assertThat(buckets.take(node(i), 1, 0)).isTrue();
    }
    assertThat(buckets.take(node(0), 1, 0)).isFalse();
    assertThat(buckets.take(node(PeerBuckets.MAX_PEERS), 1, 0)).isTrue();

    assertThat(buckets.take(node(0), 1, 0)).isFalse();
    assertThat(buckets.take(node(1), 20, 0)).isTrue();
  }

  @Test
  void ofNothingThereIsNeverAny() {
    TokenBucket bucket = new TokenBucket(Rate.NOTHING, 0);
    assertThat(bucket.take(1, 1_000 * SECOND)).isFalse();
  }

  @Test
  void refusesARateBelowNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(Double.NaN, 1));
  }

  private static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) (number >> 8);
    value[1] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }
}
