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
  void remembersABoundedNumberOfThem() {
    for (int i = 0; i <= Offenders.MAX_NODES; i++) {
      offenders.barred(node(i), 0);
    }
    assertThat(offenders.restNanos(node(0), 0)).as("the first").isZero();
    assertThat(offenders.restNanos(node(1), 0)).isEqualTo(MINUTE);
  }

  private static NodeId node(int number) {
    byte[] bytes = new byte[NodeId.LENGTH];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return new NodeId(Bytes.wrapOwned(bytes));
  }
}
