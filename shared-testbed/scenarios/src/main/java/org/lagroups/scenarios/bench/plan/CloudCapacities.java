package org.lagroups.scenarios.bench.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.Link;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.process.ProjectFolder;

/** What can be sent from one cloud region to another, in Mbit/s, and groups drawn from them. */
final class CloudCapacities {

  private static final String BESIDE = "../shared/data/net/skyplane-throughput-2022.csv";
  private static final String COLUMNS =
      "src_region,src_tier,dst_region,dst_tier,throughput_sent_bps,throughput_received_bps";
  private static final double BITS_PER_MEGABIT = 1e6;

  /** Lines of a file that are read. */
  private static final int MAX_LINES = 100_000;

  private final String name;
  private final List<String> regions;
  private final Map<Link<String>, Double> links;

  private CloudCapacities(String name, Map<Link<String>, Double> links) {
    TreeSet<String> all = new TreeSet<>();
    links.keySet().forEach(link -> all.addAll(List.of(link.from(), link.to())));
    this.name = name;
    this.regions = List.copyOf(all);
    this.links = Map.copyOf(links);
  }

  /**
   * Those of a file, or else made up.
   *
   * @param file or null for the one beside the project
   * @param progress is told if that is not there
   */
  static CloudCapacities load(@Nullable Path file, long seed, Consumer<String> progress) {
    Path place = file == null ? ProjectFolder.resolve(BESIDE) : file;
    if (file == null && !Files.isRegularFile(place)) {
      progress.accept("made-up capacities, as there is no file " + place + "; see --capacities");
      return madeUp(seed);
    }
    try (var lines = Files.lines(place)) {
      return new CloudCapacities("clouds", links(place, lines.limit(MAX_LINES).toList()));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read %s: %s".formatted(place, e.getMessage()), "name a file that is there");
    }
  }

  /** Of as many regions, with the same spread: most links about 5 Gbit/s, few much wider. */
  static CloudCapacities madeUp(long seed) {
    Random random = new Random(seed);
    Map<Link<String>, Double> links = new HashMap<>();
    for (int from = 0; from < 64; from++) {
      for (int to = 0; to < 64; to++) {
        if (from != to) {
          double capacity = 4_000 * Math.exp(0.7 * random.nextGaussian());
          links.put(new Link<>("region " + from, "region " + to), capacity);
        }
      }
    }
    return new CloudCapacities("made-up clouds", links);
  }

  private static Map<Link<String>, Double> links(Path file, List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      throw new CommandFailedException(
          file + " is not a table of throughput", "its first line has to be " + COLUMNS);
    }
    Map<Link<String>, Double> links = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      try {
        double capacity = Double.parseDouble(cells[4]) / BITS_PER_MEGABIT;
        links.put(new Link<>(cells[0], cells[2]), capacity);
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new CommandFailedException(
            "%s, line %d: no throughput in the fifth column".formatted(file, i + 1),
            "correct that line");
      }
    }
    return links;
  }

  /** What they are called in results. */
  String name() {
    return name;
  }

  /** A group of regions drawn at random, of which the first sends; links alone limit it. */
  Capacities<String> group(int size, long seed) {
    if (regions.size() < size) {
      throw new CommandFailedException(
          "%d regions are too few for groups of %d".formatted(regions.size(), size),
          "name another file");
    }
    List<String> drawn = new ArrayList<>(regions);
    Collections.shuffle(drawn, new Random(seed));
    drawn = drawn.subList(0, size);
    Capacities.Builder<String> builder = Capacities.from(drawn.getFirst()).linksOnly();
    drawn.stream().skip(1).forEach(builder::node);
    for (String from : drawn) {
      for (String to : drawn) {
        Double capacity = links.get(new Link<>(from, to));
        if (!from.equals(to) && capacity != null) {
          builder.link(from, to, capacity);
        }
      }
    }
    return builder.build();
  }
}
