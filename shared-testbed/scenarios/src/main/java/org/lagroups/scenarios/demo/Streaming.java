package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastTree;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.plan.RelayTree;
import org.lagroups.scenarios.cluster.LocalCluster;

/** Streams a video to all members of the group, of whom one is killed while it relays. */
final class Streaming {

  /** Whoever has no place at the top by then has one further down, as on a busy machine. */
  private static final long USUAL_JOINING_MILLIS = 1_500;

  private static final long USUAL_PLANNING_MILLIS = 4_000;
  private static final long LONGEST_PLANNING_MILLIS = 10_000;
  private static final long LONGEST_STREAM_MILLIS = 60_000;

  /** When everybody has so much of it, one is killed. */
  private static final double BEFORE_THE_KILL = 0.5;

  private static final double NEARLY_ALL = 0.99;

  private final Cast cast;
  private final Path folder;
  private final List<DemoReport.Figure> figures;
  private final double bound = Topology.streamBound();
  private Footage footage = new Footage(Path.of(""), false);
  private String path = "";
  private List<RelayTree<String>> trees = List.of();
  private double receivedMbps;

  Streaming(Cast cast, Path folder, List<DemoReport.Figure> figures) {
    this.cast = cast;
    this.folder = folder;
    this.figures = figures;
  }

  /** Who is to send the most for others; empty if nobody does. */
  Optional<String> relay() {
    return relay(trees);
  }

  /** How it was planned with all of them, and how it came; empty if it was not planned. */
  Optional<DemoReport.Streamed> streamed() {
    return trees.isEmpty() ? Optional.empty() : Optional.of(shown());
  }

  /** All begin to receive, and it is planned who passes what to whom. */
  boolean begin(List<String> details) throws InterruptedException {
    footage = Footage.make(folder);
    details.add(
        "%s, %d bytes%s"
            .formatted(
                footage.file().getFileName(),
                footage.bytes(),
                footage.isVideo() ? ", made by ffmpeg" : ", as there is no ffmpeg here"));
    BeginSending wish = new BeginSending(footage.file().toString(), null, null, null, null);
    CastView sent =
        cast.process(Topology.SENDER).control().post("/v1/cast/sent", wish, CastView.class);
    path = "/v1/cast/streams/" + sent.stream();
    for (String name : Topology.NODES) {
      join(name, String.valueOf(sent.link()));
    }
    AtomicReference<CastView> seen = new AtomicReference<>(sent);
    boolean isPlanned =
        LocalCluster.await(USUAL_PLANNING_MILLIS, () -> isPlanned(seen, NEARLY_ALL * bound))
            || LocalCluster.await(LONGEST_PLANNING_MILLIS, () -> isPlanned(seen, alone()));
    CastView planned = seen.get();
    List<String> below = new ArrayList<>(Topology.NODES);
    planned.members().forEach(member -> below.remove(cast.name(member)));
    below.forEach(name -> details.add(name + " has its place below another receiver"));
    trees = planned.trees().stream().map(this::named).toList();
    report(details);
    return isPlanned;
  }

  /** Receives it, at the top if there is a place: one after another, as people come. */
  private void join(String name, String link) throws InterruptedException {
    BeginReceiving wish = new BeginReceiving(link, List.of(copy(name).toString()), null, null);
    cast.process(name).control().post("/v1/cast/received", wish, CastView.class);
    LocalCluster.await(
        USUAL_JOINING_MILLIS, () -> view(Topology.SENDER).members().contains(cast.id(name)));
  }

  /** One that relays is killed on the way; all others get all of it. */
  boolean killAndFinish(Kill kill, List<String> details) throws InterruptedException {
    Reception before = new Reception(Topology.NODES, this::view);
    long wanted = (long) (BEFORE_THE_KILL * footage.bytes());
    boolean isOnTheWay =
        LocalCluster.await(
            LONGEST_STREAM_MILLIS, () -> before.look() || before.leastBytes() >= wanted);
    boolean isInTheMiddle = !view(kill.victim()).phase().equals("done");
    receivedMbps = before.leastMbps();
    String received = shown().ofBound(receivedMbps);
    details.add("until then the slowest received %s".formatted(received));
    figure("Received by the slowest until a relay was killed, measured", received);
    kill.begin();
    Reception after = new Reception(kill.others(), this::view);
    boolean isDone = LocalCluster.await(LONGEST_STREAM_MILLIS, after::look);
    after.missing().forEach(name -> details.add(name + " did not get all of it in time"));
    String pause = seconds(after.longestPauseMillis());
    details.add("longest pause of anybody: " + pause);
    figure("Longest pause of anybody after the relay was killed", pause);
    return isDone && areSame(kill.others(), details) && isOnTheWay && isInTheMiddle;
  }

  /** Looks whether trees for all at the top bring so much, and somebody relays. */
  private boolean isPlanned(AtomicReference<CastView> seen, double mbps) {
    CastView view = view(Topology.SENDER);
    seen.set(view);
    return view.trees().stream().mapToDouble(CastTree::mbps).sum() >= mbps
        && view.trees().stream().allMatch(tree -> tree.hops().size() == view.members().size())
        && relay(view.trees().stream().map(this::named).toList()).isPresent();
  }

  private static Optional<String> relay(List<RelayTree<String>> trees) {
    Map<String, Double> sent = new TreeMap<>();
    for (RelayTree<String> tree : trees) {
      tree.parents().values().forEach(from -> sent.merge(from, tree.rate(), Double::sum));
    }
    sent.remove(Topology.SENDER);
    return sent.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private DemoReport.Streamed shown() {
    return new DemoReport.Streamed(trees, receivedMbps, bound);
  }

  private void report(List<String> details) {
    DemoReport.Streamed plan = shown();
    String planned = plan.ofBound(plan.plannedMbps());
    details.add(
        "capped, in Mbit/s: "
            + Topology.ALL.stream()
                .map(name -> name + " " + Topology.uplinkMbps(name))
                .collect(Collectors.joining(", ")));
    details.add(
        "%s alone could give each of the eight %s Mbit/s"
            .formatted(Topology.SENDER, number(alone())));
    details.add(
        "planned over %d trees, to each: %s (%s)".formatted(trees.size(), planned, number(bound)));
    trees.forEach(tree -> details.add("%s Mbit/s  %s".formatted(number(tree.rate()), hops(tree))));
    figure("The greatest rate that is possible (the bound)", number(bound) + " Mbit/s");
    figure("Planned for the stream, to each", planned);
    figure("What the sender alone could give each", number(alone()) + " Mbit/s");
  }

  /** What each gets if the sender sends to each by itself, in Mbit/s. */
  private static double alone() {
    double uplink = Topology.uplinkMbps(Topology.SENDER);
    return uplink / Topology.NODES.size();
  }

  private boolean areSame(List<String> receivers, List<String> details)
      throws InterruptedException {
    String original = FileHash.sha256(footage.file());
    List<String> different =
        receivers.stream().filter(name -> !FileHash.sha256(copy(name)).equals(original)).toList();
    details.add("SHA-256 " + original);
    details.add(
        different.isEmpty()
            ? "the same at " + String.join(", ", receivers)
            : "another at " + String.join(", ", different));
    if (footage.isVideo()) {
      Optional<String> found = Footage.look(copy(receivers.getFirst()));
      details.add("ffprobe, at %s: %s".formatted(receivers.getFirst(), found.orElse("not sound")));
      return different.isEmpty() && found.isPresent();
    }
    return different.isEmpty();
  }

  private CastView view(String name) {
    return cast.process(name).control().get(path, CastView.class);
  }

  private RelayTree<String> named(CastTree tree) {
    Map<String, String> parents = new LinkedHashMap<>();
    tree.hops().forEach(hop -> parents.put(cast.name(hop.to()), cast.name(hop.from())));
    return new RelayTree<>(tree.mbps(), parents);
  }

  private Path copy(String name) {
    Path copies = folder.resolve("streamed");
    try {
      return Files.createDirectories(copies).resolve(name + "-" + footage.file().getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + copies, e);
    }
  }

  /** Such as {@code Ivan > Bob, Bob > Alice+Carol}. */
  private static String hops(RelayTree<String> tree) {
    Map<String, List<String>> children =
        tree.parents().entrySet().stream()
            .sorted(Comparator.comparingInt(hop -> tree.hops(hop.getKey())))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    return children.entrySet().stream()
        .map(from -> from.getKey() + " > " + String.join("+", from.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
  }

  private void figure(String name, String value) {
    figures.add(new DemoReport.Figure(name, value));
  }
}
