package org.lagroups.scenarios.bench.cast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.cast.content.SharedFile;
import org.lagroups.scenarios.bench.cast.host.PeerHost.Kind;
import org.lagroups.scenarios.bench.report.Measurement;

/** A file sent by our nodes, and by others, while nothing fails. */
record CalmTrial(Setting setting, CastBenchmark.Pace pace, Consumer<String> progress) {

  private static final int PEER_CHUNK_BYTES = 16 * 1024;
  private static final long LONGEST_MILLIS = 200_000;

  /** So much of a rate is all of it, given how chunks come. */
  private static final double ALL = .9;

  private static final double BOUND_STAR_PERCENT = 100 / 3.0;

  /** By how many times the bound exceeds a star for ours to have to. */
  private static final double LEAST_TIMES_STAR = 4;

  private static final double PERCENT = 100;

  /** What was measured of ours. */
  private record Ours(
      double mbit, double startSeconds, double cpuSecondsPerGbit, int pauses, long lostBytes) {}

  List<Measurement> run() throws InterruptedException {
    double bound = setting.bound();
    Ours ours = ours();
    progress.accept(
        "  ours: %.2f Mbit/s, %.3f of the bound".formatted(ours.mbit, ours.mbit / bound));
    Map<String, Double> peers = new LinkedHashMap<>();
    for (Map.Entry<String, Links> peer : peers().entrySet()) {
      peers.put(peer.getKey(), peer(peer.getKey(), peer.getValue()));
    }
    return rows(ours, peers, bound);
  }

  private List<Measurement> rows(Ours ours, Map<String, Double> peers, double bound) {
    String name = setting.scenario().toString();
    Map<String, Double> beside = new LinkedHashMap<>(peers);
    beside.put("bound", bound);
    List<Measurement> rows = new ArrayList<>();
    rows.add(
        new Measurement(
            name + ": slowest receiver", "Mbit/s", ours.mbit, beside, OptionalDouble.empty()));
    Map<String, Double> shorts = new LinkedHashMap<>();
    peers.forEach((peer, mbit) -> shorts.put(peer, shortPercent(mbit, bound)));
    rows.add(
        new Measurement(
            "  short of the bound", "%", shortPercent(ours.mbit, bound), shorts, mostShort()));
    double star = peers.getOrDefault("star", 0.0);
    boolean isFarFromStar = bound >= LEAST_TIMES_STAR * star;
    rows.add(
        new Measurement(
            "  what a star has of ours",
            "%",
            PERCENT * star / ours.mbit,
            Map.of(),
            isFarFromStar ? OptionalDouble.of(BOUND_STAR_PERCENT) : OptionalDouble.empty()));
    rows.add(Measurement.alone("  until all get nine tenths of it", "s", ours.startSeconds));
    rows.add(Measurement.alone("  CPU for each Gbit sent", "s", ours.cpuSecondsPerGbit));
    rows.add(Measurement.alone("  pauses of a second or more", "", ours.pauses));
    rows.add(Measurement.against("  bytes lost", "", (double) ours.lostBytes, 1));
    return rows;
  }

  private OptionalDouble mostShort() {
    return pace.isQuick() ? OptionalDouble.empty() : setting.scenario().mostShortPercent();
  }

  private Ours ours() throws InterruptedException {
    try (CastTrial trial = setting.nodes()) {
      CastRun run = trial.begin(setting.file(pace.seconds()));
      run.awaitWhole(LONGEST_MILLIS);
      double start =
          Timeline.secondsUntil(run.timelines(), ALL * run.goodputMbit(), run.begunNanos());
      return new Ours(
          run.goodputMbit(), start, run.cpuSecondsPerGbit(), run.pauses(), run.lostBytes());
    }
  }

  private Map<String, Links> peers() {
    List<String> hosts = setting.scenario().hosts();
    Map<String, Links> peers = new LinkedHashMap<>();
    peers.put("star", Links.star(CastScenario.SOURCE, hosts.subList(1, hosts.size())));
    peers.put("best tree", Links.bestTree(CastScenario.SOURCE, setting.uplinks().mbit()));
    peers.put("mesh", Links.mesh(Kind.MESH_RAREST, hosts, setting.seed()));
    return peers;
  }

  /** What the slowest receiver gets of a file that takes as long as others' do. */
  private double peer(String name, Links links) throws InterruptedException {
    double expected =
        links.kind() == Kind.TREE ? links.slowest(setting.uplinks().mbit()) : setting.bound() / 2;
    int chunks = (int) (Setting.bytes(expected, pace.secondsOfPeers()) / PEER_CHUNK_BYTES) + 1;
    SharedFile file = new SharedFile(setting.seed(), chunks, PEER_CHUNK_BYTES);
    try (PeerTrial trial =
        PeerTrial.start(setting.laboratory(), setting.scenario().hosts(), links, file)) {
      double mbit = trial.goodputMbit(LONGEST_MILLIS);
      progress.accept("  %s: %.2f Mbit/s".formatted(name, mbit));
      return mbit;
    }
  }

  private static double shortPercent(double mbit, double bound) {
    return PERCENT * (1 - mbit / bound);
  }
}
