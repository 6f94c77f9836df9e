package org.lagroups.multicast.relay.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.relay.tree.Splitter;
import org.lagroups.multicast.relay.tree.TreeFlow;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Report;

class PlanningTest {

  private static final long SECOND = 1_000_000_000;
  private static final double UPLINK = 1e6;
  private static final int CHUNK = 1_000;

  /** It takes most of a second to pass one chunk to three others. */
  private static final double SLOW_UPLINK = 4e3;

  private static final Shape SLOW_HUB = Shape.hub(3, 0b1111);
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));

  private final Children children = new Children();
  private final Splitter splitter = new Splitter(CHUNK);
  private final List<Capacities<Integer>> asked = new ArrayList<>();

  @Test
  void keepsNoMoreTreesInReserveThanItMay() {
    double[] uplinks = new double[Planning.MAX_SPARES + 4];
    Arrays.fill(uplinks, UPLINK);
    Planning planning = planning(StreamMode.FILE, uplinks);
    planning.changed();
    assertThat(splitter.planned()).as("used until there is a plan").hasSize(Planning.MAX_SPARES);
    planning.work(SECOND);
    assertThat(asked).hasSize(1);
    assertThat(splitter.spare()).hasSizeLessThanOrEqualTo(Planning.MAX_SPARES);
  }

  /** A plan that takes one relay for faster than it is leaves out others, which could do more. */
  @Test
  void leavesNoRelayOfAFileOutForGood() {
    Planning planning = planning(StreamMode.FILE, UPLINK, UPLINK, UPLINK, SLOW_UPLINK);
    planning.changed();
    planning.work(SECOND);
    assertThat(asked).hasSize(1);
    assertThat(splitter.planned()).extracting(TreeFlow::shape).doesNotContain(SLOW_HUB);
    assertThat(splitter.spare()).extracting(TreeFlow::shape).contains(SLOW_HUB);
  }

  @Test
  void hasNoReserveThatWouldBeLateInLiveMode() {
    Planning planning = planning(StreamMode.LIVE, UPLINK, UPLINK, UPLINK, SLOW_UPLINK);
    planning.changed();
    planning.work(SECOND);
    assertThat(asked).hasSize(1);
    assertThat(splitter.planned()).extracting(TreeFlow::shape).doesNotContain(SLOW_HUB);
    assertThat(splitter.spare()).extracting(TreeFlow::shape).doesNotContain(SLOW_HUB);
  }

  /** Of a group in which everybody can send to everybody, and the parent as much as usual. */
  private Planning planning(StreamMode mode, double... uplinks) {
    long linked = (1L << uplinks.length) - 1;
    for (int i = 0; i < uplinks.length; i++) {
      Child child = children.add(node(i), uplinks[i], 0);
      child.linked(true, 0);
      child.reported(
          new Report(
              STREAM,
              children.epoch(),
              Held.NOTHING,
              0,
              linked,
              (long) uplinks[i],
              0,
              0,
              0,
              List.of()),
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
        RelaySettings.usual(mode, CHUNK));
  }

  private static NodeId node(int number) {
    byte[] bytes = new byte[NodeId.LENGTH];
    bytes[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(bytes));
  }
}
