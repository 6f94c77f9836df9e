package org.lagroups.scenarios.bench.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;
import org.lagroups.scenarios.bench.ui.host.GraphHost;
import org.lagroups.scenarios.bench.ui.host.ListHost;
import org.lagroups.scenarios.bench.ui.host.StartHost;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.NodeChild;
import org.lagroups.scenarios.process.ObedientProcess;

/** The desktop client's window: when it is there, and how smoothly it moves. */
public final class UiBenchmark implements Benchmark {

  /** 30 frames a second, of the 60 or so that JavaFX begins at most. */
  private static final double LONGEST_MEAN_MILLIS = 1_000.0 / 30;

  /** The largest group, and attestations enough for it to look like a ball of wool. */
  private static final int NODES = 64;

  private static final int EDGES = 1_000;

  private static final int HEAP_MEGABYTES = 1_024;
  private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(2);

  private final Path folder;
  private final int starts;
  private final int results;
  private final int frames;

  /** As people run it. */
  public UiBenchmark(Path folder) {
    this(folder, 5, 100_000, 600);
  }

  /**
   * Smaller, for its test.
   *
   * @param starts how often the window is opened
   * @param results how many are listed
   * @param frames how many it takes to go through them
   */
  UiBenchmark(Path folder, int starts, int results, int frames) {
    this.folder = folder;
    this.starts = starts;
    this.results = results;
    this.frames = frames;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    List<Measurement> measured = new ArrayList<>();
    Failures failures = new Failures(progress);
    progress.accept("opens the window %d times".formatted(starts));
    try {
      measured.addAll(starts());
    } catch (IllegalStateException e) {
      failures.add("window, opened", String.valueOf(e.getMessage()));
    }
    progress.accept("goes through %,d results".formatted(results));
    try {
      measured.addAll(list());
    } catch (IllegalStateException e) {
      failures.add("list of results", String.valueOf(e.getMessage()));
    }
    progress.accept("moves the graph of %d nodes and %,d attestations".formatted(NODES, EDGES));
    try {
      measured.addAll(graph());
    } catch (IllegalStateException e) {
      failures.add("graph", String.valueOf(e.getMessage()));
    }
    measured.addAll(failures.rows());
    return measured;
  }

  /** From the start of the process on, over a node that runs already. */
  private List<Measurement> starts() throws InterruptedException {
    double[] first = new double[starts];
    double[] connected = new double[starts];
    try (NodeChild node = NodeChild.start(folder.resolve("node"))) {
      node.awaitReady();
      for (int i = 0; i < starts; i++) {
        long begun = System.nanoTime();
        try (ObedientProcess window =
            open(StartHost.class, node.home().state().toAbsolutePath().toString())) {
          first[i] = millisSince(begun);
          window.ask(StartHost.CONNECTED, PATIENCE_MILLIS);
          connected[i] = millisSince(begun);
        }
      }
    }
    return List.of(
        Measurement.alone("window: start to first frame", "ms", Median.of(first)),
        Measurement.alone("window: start to connected", "ms", Median.of(connected)));
  }

  private List<Measurement> list() throws InterruptedException {
    try (ObedientProcess window = open(ListHost.class, String.valueOf(results))) {
      List<Measurement> measured = new ArrayList<>();
      String list = "%,d results".formatted(results);
      measured.addAll(rows(list + ", top to end", window, ListHost.DRAG));
      measured.addAll(rows(list + ", by the wheel", window, ListHost.WHEEL));
      return measured;
    }
  }

  private List<Measurement> graph() throws InterruptedException {
    try (ObedientProcess window =
        open(GraphHost.class, String.valueOf(NODES), String.valueOf(EDGES))) {
      return rows("graph of %d and %,d".formatted(NODES, EDGES), window, GraphHost.MOVE);
    }
  }

  private List<Measurement> rows(String name, ObedientProcess window, String motion)
      throws InterruptedException {
    String[] nanos = window.ask(motion + " " + frames, PATIENCE_MILLIS).split(" ", -1);
    double meanMillis = Long.parseLong(nanos[0]) / 1e6 / frames;
    return List.of(
        Measurement.alone(name, "frames/s", 1_000 / meanMillis),
        Measurement.against(name + ": mean frame", "ms", meanMillis, LONGEST_MEAN_MILLIS),
        Measurement.alone(name + ": longest frame", "ms", Long.parseLong(nanos[1]) / 1e6));
  }

  private static ObedientProcess open(Class<?> host, String... arguments)
      throws InterruptedException {
    ObedientProcess process =
        ObedientProcess.start(JavaCommand.of(host, HEAP_MEGABYTES, arguments));
    try {
      process.awaitStarted(PATIENCE_MILLIS);
      return process;
    } catch (IllegalStateException | InterruptedException e) {
      process.close();
      throw e;
    }
  }

  private static double millisSince(long begunNanos) {
    return (System.nanoTime() - begunNanos) / 1e6;
  }
}
