package org.lagroups.scenarios.demo.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.lagroups.scenarios.guard.Outbreak;
import tools.jackson.databind.JsonNode;

/**
 * The demo's steps about worms. Each adds what it sees to {@code details}, and returns whether what
 * it claims was observed; each takes it that those before it were. One thread at a time.
 */
public final class GuardStage {

  private static final int SEED = 1;
  private static final int SHOWN_OF_RULE = 96;

  private final Gateways gateways;
  private final Roles roles;
  private final Path folder;
  private final BiConsumer<String, String> figures;
  private final Outbreak outbreak = new Outbreak(SEED);
  private final Filtering filtering;
  private final HeldVerifier verifier;
  private final Collusion collusion;
  private final List<Moment> moments = new ArrayList<>();
  private final List<Pass> passes = new ArrayList<>();
  private String learned = "";

  /**
   * Prepares it, and makes captures.
   *
   * @param all the gateways, which run; the first one founds their group
   * @param folder for captures and the like
   * @param figures takes names and values for the page
   * @throws IOException if the captures cannot be written
   */
  public GuardStage(List<Gateway> all, Roles roles, Path folder, BiConsumer<String, String> figures)
      throws IOException {
    this.gateways = new Gateways(all);
    this.roles = roles;
    this.folder = Files.createDirectories(folder);
    this.figures = figures;
    this.filtering = Filtering.make(outbreak, folder);
    this.verifier = HeldVerifier.make(folder);
    this.collusion = new Collusion(gateways, roles, outbreak, folder);
  }

  /** What is to be shown of it, as far as it came. */
  public Exhibits exhibits() {
    return new Exhibits(gateways.names(), roles.colluders(), moments, passes);
  }

  /**
   * All become a group.
   *
   * @param edges how many attestations there are between them
   */
  public boolean form(int edges, List<String> details) throws InterruptedException {
    details.add("%s: %d attestations".formatted(String.join(", ", gateways.names()), edges));
    return gateways.form(edges);
  }

  /** Two give their nodes ordinary traffic; one sees the outbreak, and offers what it learns. */
  public boolean learn(List<String> details) throws IOException {
    verifier.useAt(gateways.named(roles.third()));
    for (String name : List.of(roles.second(), roles.third())) {
      JsonNode seen = learn(name, outbreak.ordinary(folder.resolve(name + ".pcap")));
      details.add(
          "%s saw %,d ordinary payloads"
              .formatted(name, seen.at("/offers/ordinaryGiven").asLong()));
    }
    details.add(
        "$ lag guard learn --pcap outbreak.pcap --offer    (at %s)".formatted(roles.learner()));
    JsonNode found = learn(roles.learner(), filtering.capture());
    for (JsonNode one : found.path("signatures")) {
      String rule = one.path("rule").asString();
      details.add(
          "%d bytes in common, from %d sources to %d destinations"
              .formatted(
                  one.path("contentBytes").asInt(),
                  one.path("sources").asInt(),
                  one.path("destinations").asInt()));
      details.add(rule.substring(0, Math.min(rule.length(), SHOWN_OF_RULE)) + "…");
    }
    learned = found.at("/offers/signatures/0/id").asString();
    return found.path("signatures").size() == 1;
  }

  private JsonNode learn(String name, Path capture) {
    return gateways.named(name).learn(capture, gateways.group());
  }

  /** Two endorse it: no gateway enforces it, and all of the capture passes. */
  public boolean waitAtTwo(List<String> details) throws IOException, InterruptedException {
    List<String> two = List.of(roles.learner(), roles.second());
    boolean isSeen = gateways.await(learned, gateways.names(), s -> s.is(two, 2, "endorsed"));
    Pass pass = filter("two of three endorse it", details);
    Moment still = keep("Learned by %s, endorsed by two".formatted(roles.learner()), details);
    return isSeen
        && pass.isWhole()
        && still.sights().values().stream().allMatch(s -> s.is(two, 2, "endorsed"));
  }

  /** The third endorses it, nobody else does, and all enforce it. */
  public boolean enforceAtThree(List<String> details) throws IOException, InterruptedException {
    long start = System.nanoTime();
    verifier.release();
    boolean isSeen =
        gateways.await(learned, gateways.names(), s -> s.is(roles.honest(), 3, "enforced"));
    String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    keep("Learned by %s, endorsed by three".formatted(roles.learner()), details);
    details.add("all gateways knew within " + seconds);
    figures.accept("Enforced by all five gateways after the third's test", seconds);
    return isSeen;
  }

  /** What is enforced is dropped, and nothing else is. */
  public boolean filter(List<String> details) throws IOException {
    Pass pass = filter("three of three endorse it", details);
    figures.accept(
        "Worm packets dropped from the capture",
        "%d of %d".formatted(pass.worms() - pass.wormsWritten(), pass.worms()));
    return pass.isClean();
  }

  /** Two vouch for a bad one, and the others have doubts: ordinary traffic passes still. */
  public boolean collude(List<String> details) throws IOException, InterruptedException {
    Optional<Moment> moment = collusion.happen(details);
    moment.ifPresent(moments::add);
    Pass pass = filter("two vouch for a bad signature, too", details);
    return moment.isPresent() && pass.isClean();
  }

  /** Until now, the bad one was enforced nowhere. Ends what the steps before have begun. */
  public boolean observeToTheEnd(List<String> details) throws InterruptedException {
    return collusion.end(details);
  }

  private Moment keep(String title, List<String> details) {
    Moment moment = new Moment(title, gateways.sights(learned));
    moments.add(moment);
    details.addAll(moment.lines());
    return moment;
  }

  private Pass filter(String moment, List<String> details) throws IOException {
    Pass pass = filtering.by(gateways.named(roles.second()), moment);
    passes.add(pass);
    details.add(pass.line());
    return pass;
  }
}
