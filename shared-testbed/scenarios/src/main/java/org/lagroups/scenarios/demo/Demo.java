package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.machine.GroupId;
import org.lagroups.scenarios.adversary.LyingRelay;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.demo.GraphPicture.Edge;

/** The steps of the demo. */
final class Demo {

  private static final int VALIDITY_SECONDS = 12;
  private static final long LONGEST_FORMING_MILLIS = 30_000;

  /** Guest and host, in the order of joining: everyone is invited by someone it can talk to. */
  private static final List<Edge> INVITATIONS =
      List.of(
          new Edge("Bob", Topology.SEARCHER),
          new Edge("Carol", Topology.SEARCHER),
          new Edge(Topology.VICTIM, Topology.SEARCHER),
          new Edge("Erin", "Bob"),
          new Edge(Topology.LIAR, "Carol"),
          new Edge("Grace", Topology.VICTIM),
          new Edge(Topology.PUBLISHER, "Erin"));

  private final Cast cast;
  private final StepLog log;
  private final Sharing sharing;
  private final Guarding guarding;
  private final Streaming streaming;
  private final List<DemoReport.Figure> figures = new ArrayList<>();
  private Set<Edge> seenBefore = Set.of();
  private Set<Edge> seenAfter = Set.of();
  private String victim = Topology.VICTIM;

  Demo(Cast cast, Path folder, Consumer<String> lines) {
    this.cast = cast;
    this.log = new StepLog(lines);
    this.sharing = new Sharing(cast, folder, figures);
    this.guarding = new Guarding(cast, folder, figures, log);
    this.streaming = new Streaming(cast, folder, figures);
  }

  DemoReport run() throws InterruptedException {
    String when = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    if (log.step("nine nodes run, each a process of its own", this::startNodes)) {
      GroupId group = createGroup();
      boolean formed =
          log.step("eight of them form a group by invitation", details -> joinAll(group, details))
              && log.step(
                  "every node sees the same graph, and it is not a clique",
                  details -> awaitGraph(group, details));
      if (formed) {
        shareAndVerify();
        guarding.run();
        streamAndKill(group);
        guarding.finish();
      }
    }
    return new DemoReport(
        when, log.steps(), figures, before(), after(), guarding.exhibits(), streaming.streamed());
  }

  private boolean startNodes(List<String> details) throws InterruptedException {
    cast.start();
    for (String name : Topology.ALL) {
      details.add(
          "%-6s %s  process %d"
              .formatted(name, cast.id(name).abbreviated(), cast.process(name).processId()));
    }
    return Topology.ALL.stream().allMatch(name -> cast.process(name).isAlive());
  }

  private GroupId createGroup() {
    String id =
        cast.at(Topology.SEARCHER)
            .json("group", "create", "--validity", String.valueOf(VALIDITY_SECONDS))
            .json()
            .get("group")
            .asString();
    figures.add(new DemoReport.Figure("T_a of the group", VALIDITY_SECONDS + " s"));
    return GroupId.parse(id);
  }

  private boolean joinAll(GroupId group, List<String> details) {
    for (Edge invitation : INVITATIONS) {
      String host = invitation.to();
      String link =
          cast.at(host)
              .json("group", "invite", "--group", group.toString())
              .json()
              .get("link")
              .asString();
      cast.at(invitation.from()).json("group", "join", link);
      details.add("%s joined, invited by %s".formatted(invitation.from(), host));
    }
    return true;
  }

  private boolean awaitGraph(GroupId group, List<String> details) throws InterruptedException {
    Set<Edge> expected = Topology.expectedAttestations(Set.of());
    Set<String> all = Set.copyOf(Topology.NODES);
    View wanted = new View(all, Set.copyOf(expected));
    long start = System.nanoTime();
    boolean same =
        LocalCluster.await(
            LONGEST_FORMING_MILLIS,
            () -> Topology.NODES.stream().allMatch(n -> cast.view(n, group).equals(wanted)));
    figures.add(figure("Same graph in all views after the last join", seconds(start)));
    View seen = cast.view(Topology.SEARCHER, group);
    seenBefore = seen.attestations();
    for (String name : Topology.NODES) {
      List<String> attestees =
          seen.attestations().stream()
              .filter(edge -> edge.from().equals(name))
              .map(Edge::to)
              .sorted()
              .toList();
      details.add("%-6s attests to %s".formatted(name, String.join(", ", attestees)));
    }
    int possible = all.size() * (all.size() - 1);
    details.add(
        "%d attestations of %d possible; %d pairs cannot talk directly"
            .formatted(seen.attestations().size(), possible, Topology.cutPairs().size()));
    return same && expected.size() < possible;
  }

  private void shareAndVerify() throws InterruptedException {
    if (log.step("%s shares a real folder".formatted(Topology.PUBLISHER), sharing::share)
        && log.step(
            "%s, who cannot talk to %s, finds a file in it"
                .formatted(Topology.SEARCHER, Topology.PUBLISHER),
            sharing::search)) {
      log.step("three vertex-disjoint paths bring the same signed record", sharing::verify);
      log.step("the file arrives whole and identical", sharing::fetch);
      log.step(
          "%s lies about the record, and only its path disagrees".formatted(Topology.LIAR),
          details -> {
            touch(cast.home(Topology.LIAR).resolve(LyingRelay.SWITCH));
            return sharing.verifyWithLiar(details);
          });
    }
  }

  private void streamAndKill(GroupId group) throws InterruptedException {
    boolean isStreaming =
        log.step(
            "%s streams a video to all eight, who pass it on to each other"
                .formatted(Topology.SENDER),
            streaming::begin);
    victim = streaming.relay().orElse(Topology.VICTIM);
    Kill kill = new Kill(cast, victim, group, VALIDITY_SECONDS * 1_000L, figures);
    if (isStreaming) {
      log.step(
          "%s, who relays the most, is killed: all others get every byte".formatted(victim),
          details -> streaming.killAndFinish(kill, details));
    }
    log.step(
        "every other view drops %s within T_a and keeps the rest".formatted(victim), kill::observe);
    seenAfter = kill.remaining();
  }

  private static void touch(Path file) {
    try {
      Files.createFile(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + file, e);
    }
  }

  private GraphPicture before() {
    return new GraphPicture(
        Topology.NODES,
        seenBefore,
        Topology.cutPairs(),
        sharing.pathsVerified(),
        Set.of(),
        Set.of(Topology.LIAR));
  }

  private GraphPicture after() {
    return new GraphPicture(
        Topology.NODES,
        seenAfter,
        Topology.cutPairs(),
        List.of(),
        Set.of(victim),
        Set.of(Topology.LIAR));
  }

  private static String seconds(long startNanos) {
    return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - startNanos) / 1e9);
  }

  private static DemoReport.Figure figure(String name, String value) {
    return new DemoReport.Figure(name, value);
  }
}
