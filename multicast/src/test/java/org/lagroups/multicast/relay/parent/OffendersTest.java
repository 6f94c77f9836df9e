package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

class OffendersTest {

  private static final long MINUTE = Offenders.FIRST_NANOS;

  private final Offenders offenders = new Offenders();

  @Test
  void whoeverWasNeverBarredMayRelay() {
    assertThat(offenders.restNanos(node(1), 0)).isZero();
  }

  @Test
  void eachTimeItTakesTwiceAsLong() {
    offenders.barred(node(1), 0);
    assertThat(offenders.restNanos(node(1), MINUTE / 4)).isEqualTo(MINUTE * 3 / 4);
    assertThat(offenders.restNanos(node(1), MINUTE)).isZero();
    offenders.barred(node(1), MINUTE);
    assertThat(offenders.restNanos(node(1), MINUTE)).isEqualTo(2 * MINUTE);
    for (int i = 0; i < 100; i++) {
      offenders.barred(node(1), MINUTE);
    }
    assertThat(offenders.restNanos(node(1), MINUTE)).as("at most").isEqualTo(64 * MINUTE);
  }

  @Test
  void beginsAnewWithWhoWasNotBarredAgainForAsLong() {
    offenders.barred(node(1), 0);
    offenders.barred(node(1), MINUTE);
    offenders.barred(node(1), 5 * MINUTE - 1);
    assertThat(offenders.restNanos(node(1), 5 * MINUTE - 1)).isEqualTo(4 * MINUTE);
    offenders.barred(node(1), 5 * MINUTE - 1 + 8 * MINUTE);
    assertThat(offenders.restNanos(node(1), 13 * MINUTE - 1)).isEqualTo(MINUTE);
  }

  @Test
  void strangersDoNotMakeItForgetWhoIsBarredForLonger() {
    offenders.barred(node(0), 0);
    offenders.barred(node(0), 0);
    for (int i = 1; i <= Offenders.MAX_NODES; i++) {
      offenders.barred(node(i), i);
    }
    assertThat(offenders.restNanos(node(1), MINUTE / 2)).as("soonest over").isZero();
    assertThat(offenders.restNanos(node(0), MINUTE / 2)).isEqualTo(3 * MINUTE / 2);
    assertThat(offenders.restNanos(node(2), MINUTE / 2)).isEqualTo(MINUTE / 2 + 2);
  }

  private static NodeId node(int number) {
    byte[] bytes = new byte[NodeId.LENGTH];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return new NodeId(Bytes.wrapOwned(bytes));
  }
}
