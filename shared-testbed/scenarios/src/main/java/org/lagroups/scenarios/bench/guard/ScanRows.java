package org.lagroups.scenarios.bench.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.lagroups.scenarios.bench.guard.host.Subject;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * What the rounds of one comparison say.
 *
 * @param hasBounds whether rates are held against their bars; what is found always is
 */
record ScanRows(int rules, CaptureFacts facts, List<Round> rounds, boolean hasBounds) {

  /** The scan has at least 0.8 of the packets a second of the program in C. */
  static final double BARE_BOUND = 1 / 0.8;

  /** The scan has at least 4 times those of the faster library. */
  static final double LIBRARY_BOUND = 0.25;

  /** Below which a count has to stay that is to be 0. */
  private static final double NONE = 1;

  private static final double MEGA = 1e6;
  private static final double GIGA = 1e9;

  ScanRows {
    rounds = List.copyOf(rounds);
  }

  List<Measurement> rows() {
    List<Measurement> rows = new ArrayList<>();
    rows.add(row("Mpackets/s", 1));
    rows.add(row("Gbit/s", facts.bytes() * Byte.SIZE / GIGA / (facts.frames() / MEGA)));
    rows.add(bounded("C by scan", "ratio", Round::bareByScan, BARE_BOUND));
    rows.add(bounded("faster library by scan", "ratio", Round::libraryByScan, LIBRARY_BOUND));
    rows.add(
        Measurement.against(
            named("literals found otherwise than by C"),
            "payloads",
            worst(Round::differences),
            NONE));
    rows.add(
        Measurement.against(
            named("alerts missing or too many"), "alerts", worst(this::wrongAlerts), NONE));
    rows.add(
        Measurement.against(
            named("rules given up"), "times", worst(one -> one.of(Subject.SCAN).gaveUp()), NONE));
    return rows;
  }

  private Measurement row(String unit, double perMegaPacket) {
    Map<String, Double> peers = new LinkedHashMap<>();
    peers.put("C", perMegaPacket * median(one -> one.bare().megaPackets()));
    peers.put("our matcher", perMegaPacket * median(one -> one.megaPackets(Subject.MATCHER)));
    peers.put("double array trie", perMegaPacket * median(one -> one.megaPackets(Subject.TRIE)));
    peers.put("Netty", perMegaPacket * median(one -> one.megaPackets(Subject.NETTY)));
    return new Measurement(
        named("scan"),
        unit,
        perMegaPacket * median(one -> one.megaPackets(Subject.SCAN)),
        peers,
        OptionalDouble.empty());
  }

  private Measurement bounded(
      String name, String unit, ToDoubleFunction<Round> figure, double bound) {
    return hasBounds
        ? Measurement.against(named(name), unit, median(figure), bound)
        : Measurement.alone(named(name), unit, median(figure));
  }

  private double wrongAlerts(Round round) {
    return Math.abs(round.of(Subject.SCAN).found() - facts.alerts(rules));
  }

  private double median(ToDoubleFunction<Round> figure) {
    return Median.of(rounds.stream().mapToDouble(figure).toArray());
  }

  private double worst(ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).max().orElseThrow();
  }

  private String named(String what) {
    return "%,d rules: %s".formatted(rules, what);
  }
}
