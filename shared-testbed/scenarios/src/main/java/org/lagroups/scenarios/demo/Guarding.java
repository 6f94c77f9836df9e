package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lagroups.scenarios.demo.guard.Exhibits;
import org.lagroups.scenarios.demo.guard.Gateway;
import org.lagroups.scenarios.demo.guard.GuardStage;
import org.lagroups.scenarios.demo.guard.Roles;

/** The demo's steps about worms: five nodes are gateways, two of which collude. */
final class Guarding {

  private static final String LEARNER = Topology.SEARCHER;
  private static final String SECOND = "Carol";
  private static final String THIRD = Topology.SENDER;

  /** These two cannot talk directly. */
  private static final String LIAR = "Bob";

  private static final String ACCOMPLICE = "Dave";

  private static final Roles ROLES = new Roles(LEARNER, SECOND, THIRD, LIAR, ACCOMPLICE);

  /** In the order in which they stand on the page. */
  private static final List<String> GATEWAYS = List.of(LEARNER, LIAR, SECOND, THIRD, ACCOMPLICE);

  private final Cast cast;
  private final Path folder;
  private final List<DemoReport.Figure> figures;
  private final StepLog log;
  private Optional<GuardStage> stage = Optional.empty();
  private boolean isColluded;

  Guarding(Cast cast, Path folder, List<DemoReport.Figure> figures, StepLog log) {
    this.cast = cast;
    this.folder = folder.resolve("guard");
    this.figures = figures;
    this.log = log;
  }

  /** What is to be shown of it; empty if it did not come to that. */
  Optional<Exhibits> exhibits() {
    return stage.map(GuardStage::exhibits).filter(shown -> !shown.moments().isEmpty());
  }

  /** All steps but the last one. */
  void run() throws InterruptedException {
    GuardStage guards = stage();
    stage = Optional.of(guards);
    if (log.step(
            "five of them are gateways, and form a group of their own",
            details -> guards.form(attestations(), details))
        && log.step(
            "%s sees an outbreak, and learns a signature from it".formatted(LEARNER), guards::learn)
        && log.step(
            "while two of three endorse it, no gateway enforces it: the worm passes",
            guards::waitAtTwo)
        && log.step(
            "%s is the third to endorse it, and all five enforce it".formatted(THIRD),
            guards::enforceAtThree)) {
      log.step("the worm's packets are dropped, and nothing else is", guards::filter);
      isColluded = true;
      log.step(
          "%s and %s vouch for a bad signature, and nobody follows".formatted(LIAR, ACCOMPLICE),
          guards::collude);
    }
  }

  /** The last step, when all else is done. */
  void finish() throws InterruptedException {
    if (isColluded) {
      log.step(
          "to the end no gateway has enforced the bad signature",
          stage.orElseThrow()::observeToTheEnd);
    }
  }

  /** How many there are between the gateways once all have tested each other. */
  private static int attestations() {
    return (int)
        GATEWAYS.stream()
            .flatMap(one ->
                GATEWAYS.stream()
                    .filter(other -> !other.equals(one))
                    .filter(other -> Topology.canTalk(one, other)))
            .count();
  }

  private GuardStage stage() {
    List<Gateway> gateways =
        GATEWAYS.stream()
            .map(name -> new Gateway(name, cast.id(name), cast.process(name), cast.at(name)))
            .toList();
    try {
      return new GuardStage(
          gateways,
          ROLES,
          folder,
          (name, value) -> figures.add(new DemoReport.Figure(name, value)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make captures in " + folder, e);
    }
  }
}
