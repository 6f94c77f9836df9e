package org.lagroups.scenarios.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;
import org.lagroups.scenarios.bench.session.QuicTraffic;
import org.lagroups.scenarios.bench.session.SessionTraffic;
import org.lagroups.scenarios.bench.session.SocketTraffic;
import org.lagroups.scenarios.bench.session.TlsTraffic;
import org.lagroups.scenarios.bench.session.Traffic;
import org.lagroups.scenarios.bench.session.Transfer;
import org.lagroups.scenarios.bench.session.TransferMeter;

/**
 * How fast sessions carry bulk data over loopback, beside the same libraries without anything of
 * ours and a plain socket, all in turn in one run. Bounds are on how much faster the plain library
 * may be, because speeds as such depend on the machine.
 */
final class SessionBenchmark implements Benchmark {

  private static final int ROUNDS = 3;
  private static final long MILLIS = 2_000;
  private static final int MANY = 4;

  /** 2,400 MB/s of plain TLS by 1,500 MB/s of ours. */
  private static final double TCP_BOUND = 1.6;

  /** 261 MB/s of plain QUIC by 200 MB/s of ours. */
  private static final double QUIC_BOUND = 1.305;

  private enum Subject {
    TCP("session over TLS and TCP"),
    TLS("plain TLS"),
    SOCKET("plain socket"),
    QUIC("session over QUIC"),
    PLAIN_QUIC("plain QUIC"),
    QUICS("4 sessions over QUIC"),
    PLAIN_QUICS("plain QUIC, 4 streams");

    private final String label;

    Subject(String label) {
      this.label = label;
    }

    private Traffic open() throws IOException {
      return switch (this) {
        case TCP -> new SessionTraffic(Set.of(CarrierKind.TCP), 1);
        case TLS -> new TlsTraffic();
        case SOCKET -> new SocketTraffic();
        case QUIC -> new SessionTraffic(Set.of(CarrierKind.QUIC), 1);
        case PLAIN_QUIC -> new QuicTraffic(1);
        case QUICS -> new SessionTraffic(Set.of(CarrierKind.QUIC), MANY);
        case PLAIN_QUICS -> new QuicTraffic(MANY);
      };
    }
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    TransferMeter meter = new TransferMeter(MILLIS);
    Map<Subject, List<Transfer>> transfers = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      progress.accept("round %d of %d".formatted(round, ROUNDS));
      for (Subject subject : Subject.values()) {
        transfers
            .computeIfAbsent(subject, key -> new ArrayList<>())
            .add(meter.measure(subject::open));
      }
    }
    List<Measurement> measured = new ArrayList<>();
    measured.addAll(rows("MB/s", transfers, Transfer::megabytesPerSecond));
    measured.addAll(rows("CPU s/GB", transfers, Transfer::cpuSecondsPerGigabyte));
    measured.add(slower(transfers, Subject.TLS, Subject.TCP, TCP_BOUND));
    measured.add(slower(transfers, Subject.PLAIN_QUICS, Subject.QUICS, QUIC_BOUND));
    return measured;
  }

  private static List<Measurement> rows(
      String unit, Map<Subject, List<Transfer>> transfers, ToDoubleFunction<Transfer> figure) {
    return List.of(
        row(unit, transfers, figure, Subject.TCP, Subject.TLS, Subject.SOCKET),
        row(unit, transfers, figure, Subject.QUIC, Subject.PLAIN_QUIC),
        row(unit, transfers, figure, Subject.QUICS, Subject.PLAIN_QUICS));
  }

  private static Measurement row(
      String unit,
      Map<Subject, List<Transfer>> transfers,
      ToDoubleFunction<Transfer> figure,
      Subject ours,
      Subject... others) {
    Map<String, Double> peers = new LinkedHashMap<>();
    for (Subject other : others) {
      peers.put(other.label, median(transfers, other, figure));
    }
    return new Measurement(
        ours.label, unit, median(transfers, ours, figure), peers, OptionalDouble.empty());
  }

  private static Measurement slower(
      Map<Subject, List<Transfer>> transfers, Subject plain, Subject ours, double bound) {
    return Measurement.against(
        plain.label + " by " + ours.label,
        "MB/s ratio",
        median(transfers, plain, Transfer::megabytesPerSecond)
            / median(transfers, ours, Transfer::megabytesPerSecond),
        bound);
  }

  private static double median(
      Map<Subject, List<Transfer>> transfers, Subject subject, ToDoubleFunction<Transfer> figure) {
    return Median.of(
        transfers.getOrDefault(subject, List.of()).stream().mapToDouble(figure).toArray());
  }
}
