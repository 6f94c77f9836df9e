package org.lagroups.core.monitor.kit;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.monitor.link.FloodSettings;
import org.lagroups.core.monitor.link.LatencySettings;
import org.lagroups.core.monitor.link.ThroughputSettings;
import org.lagroups.core.monitor.vote.VotingSettings;
import org.lagroups.machine.GroupId;

/**
 * How a {@link TestKit} tests.
 *
 * @param standard the battery of groups that have none of their own
 * @param byGroup the batteries of groups that have
 * @param latency what is unusually slow
 * @param throughput what is too slow a delivery
 * @param flood what is too much
 * @param votes when a vote decides
 */
public record KitSettings(
    BatteryPlan standard,
    Map<GroupId, BatteryPlan> byGroup,
    LatencySettings latency,
    ThroughputSettings throughput,
    FloodSettings flood,
    VotingSettings votes) {

  /**
   * Messages that a peer may send unasked: twice what the router serves of one neighbour, so that
   * nobody fails who keeps within the budgets of the protocols.
   */
  public static final Rate FLOOD_MESSAGES = new Rate(10_000, 20_000);

  /** The bytes of these. */
  public static final Rate FLOOD_BYTES = new Rate(64 << 20, 128 << 20);

  /** One finding about floods stands for so long. */
  public static final Duration FLOOD_WINDOW = Duration.ofSeconds(1);

  /** Over so much time with demand, throughput is judged. */
  public static final Duration THROUGHPUT_WINDOW = Duration.ofSeconds(10);

  /** Less than this is no delivery worth the name: 16 KB/s. */
  public static final long THROUGHPUT_FLOOR = 128_000;

  /** Heartbeat and flood in all groups. */
  public static final KitSettings DEFAULT =
      new KitSettings(
          BatteryPlan.DEFAULT,
          Map.of(),
          LatencySettings.DEFAULT,
          new ThroughputSettings(THROUGHPUT_FLOOR, THROUGHPUT_WINDOW),
          new FloodSettings(FLOOD_MESSAGES, FLOOD_BYTES, FLOOD_WINDOW),
          VotingSettings.DEFAULT);

  /** Copies {@code byGroup}. */
  public KitSettings {
    byGroup = Map.copyOf(byGroup);
  }

  /** The battery of a group. */
  public BatteryPlan planOf(GroupId group) {
    return byGroup.getOrDefault(group, standard);
  }

  /** Whether any group has this test. */
  public boolean uses(TestKind kind) {
    return Stream.concat(Stream.of(standard), byGroup.values().stream())
        .anyMatch(plan -> plan.tests().contains(kind));
  }

  /** The same with another battery for groups that have none of their own. */
  public KitSettings withStandard(BatteryPlan plan) {
    return new KitSettings(plan, byGroup, latency, throughput, flood, votes);
  }

  /** The same with other batteries for some groups. */
  public KitSettings withGroups(Map<GroupId, BatteryPlan> plans) {
    return new KitSettings(standard, plans, latency, throughput, flood, votes);
  }

  /** The same with another floor, in bits per second. */
  public KitSettings withThroughputFloor(long bitsPerSecond) {
    return new KitSettings(
        standard,
        byGroup,
        latency,
        new ThroughputSettings(bitsPerSecond, throughput.window()),
        flood,
        votes);
  }

  /** The same with another ceiling per second; twice as much may come at once. */
  public KitSettings withFloodCeiling(double messages, double bytes) {
    return new KitSettings(
        standard,
        byGroup,
        latency,
        throughput,
        new FloodSettings(
            new Rate(messages, 2 * messages), new Rate(bytes, 2 * bytes), flood.window()),
        votes);
  }
}
