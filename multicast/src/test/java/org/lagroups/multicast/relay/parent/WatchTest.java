package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.tree.Flight;
import org.lagroups.multicast.relay.tree.Ledger;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Report;

class WatchTest {

  private static final long SECOND = 1_000_000_000;
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));

  private final Children children = new Children();
  private final Ledger ledger = new Ledger();
  private final Watch watch =
      new Watch(children, ledger, RelaySettings.usual(StreamMode.FILE, 1_000), new Nobody());

  WatchTest() {
    for (int i = 0; i < 3; i++) {
      byte[] id = new byte[NodeId.LENGTH];
      id[0] = (byte) (i + 1);
      children.add(new NodeId(Bytes.wrapOwned(id)), 1e6, 0).linked(true, 0);
    }
  }

  @Test
  void aChunkIsLateWhenItsRelayHasNothingElseToSend() {
    Flight flight = overHub();
    waits(0, 0);
    assertThat(watch.late(4 * SECOND).flights()).containsExactly(flight);
  }

  @Test
  void aChunkIsWaitedForThatHasToWaitForItsTurn() {
    Flight flight = overHub();
    waits(0, 100_000);
    assertThat(watch.late(4 * SECOND).flights()).isEmpty();
    assertThat(watch.late(7 * SECOND).flights()).containsExactly(flight);
  }

  @Test
  void aRelayThatHasItAndNothingToSendMakesItLateForAllBelow() {
    Flight flight = new Flight(1, 1_000, 0b111, 0);
    ledger.add(flight);
    flight.resend(Shape.of(Map.of(0, Shape.PARENT, 1, 0, 2, 1)), 0);
    ledger.had(0, sequence -> true, SECOND);
    waits(0, 0);
    waits(1, 100_000);
    assertThat(watch.late(4 * SECOND).flights()).containsExactly(flight);
  }

  /** The first member has it and should pass it to the others. */
  private Flight overHub() {
    Flight flight = new Flight(1, 1_000, 0b111, 0);
    ledger.add(flight);
    flight.resend(Shape.hub(0, 0b111), 0);
    ledger.had(0, sequence -> true, SECOND);
    assertThat(flight.missing()).isEqualTo(Members.of(1) | Members.of(2));
    return flight;
  }

  private void waits(int number, long bytes) {
    Child child = Objects.requireNonNull(children.find(number));
    child.reported(
        new Report(STREAM, 0, Held.NOTHING, 0, 0b111, 0, 0, 0, bytes, List.of()), SECOND);
  }

  private static final class Nobody implements DistributorListener {

    @Override
    public void hasRoom() {}

    @Override
    public void judged(RelayVerdict verdict) {
      throw new AssertionError(verdict);
    }
  }
}
