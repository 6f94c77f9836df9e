package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.relay.tree.Splitter;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Report;

class PlanningTest {

  private static final long SECOND = 1_000_000_000;
  private static final double UPLINK = 1e6;
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));

  private final Children children = new Children();
  private final Splitter splitter = new Splitter(1_000);
  private final List<Capacities<Integer>> asked = new ArrayList<>();

  @Test
  void keepsNoMoreTreesInReserveThanItMay() {
    Planning planning = planning(Planning.MAX_SPARES + 4);
    planning.changed();
    assertThat(splitter.planned()).as("used until there is a plan").hasSize(Planning.MAX_SPARES);
    planning.work(SECOND);
    assertThat(asked).hasSize(1);
    assertThat(splitter.spare()).hasSizeLessThanOrEqualTo(Planning.MAX_SPARES);
  }

  /** Of a group in which everybody can send to everybody. */
  private Planning planning(int members) {
    long linked = (1L << members) - 1;
    for (int i = 0; i < members; i++) {
      Child child = children.add(node(i), UPLINK, 0);
      child.linked(true, 0);
      child.reported(
          new Report(
              STREAM, children.epoch(), Held.NOTHING, 0, linked, (long) UPLINK, 0, 0, 0, List.of()),
          0);
    }
    RelayPlanner<Integer> planner = new RelayPlanner<>();
    return new Planning(
        children,
        (capacities, then) -> {
          asked.add(capacities);
          then.accept(planner.plan(capacities));
        },
        splitter,
        new UplinkEstimate(UPLINK),
        20 * SECOND);
  }

  private static NodeId node(int number) {
    byte[] bytes = new byte[NodeId.LENGTH];
    bytes[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(bytes));
  }
}
