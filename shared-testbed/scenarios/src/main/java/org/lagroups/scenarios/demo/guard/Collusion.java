package org.lagroups.scenarios.demo.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lagroups.scenarios.guard.Outbreak;

/** Two gateways that vouch for a signature that is bad. */
final class Collusion {

  /** What the first of them has its own tests made on, so that they find nothing. */
  private static final String OTHER_WORDS = "a datagram of another kind, with the number ";

  private final Gateways gateways;
  private final Roles roles;
  private final Outbreak outbreak;
  private final Path folder;
  private Optional<Watch> watch = Optional.empty();

  Collusion(Gateways gateways, Roles roles, Outbreak outbreak, Path folder) {
    this.gateways = gateways;
    this.roles = roles;
    this.outbreak = outbreak;
    this.folder = folder;
  }

  /**
   * One offers it, the other endorses it, and the rest have it tested.
   *
   * @return what came of that at the end; empty if something else
   */
  Optional<Moment> happen(List<String> details) throws IOException, InterruptedException {
    Gateway liar = gateways.named(roles.liar());
    liar.learn(outbreak.ordinary(folder.resolve("other.pcap"), OTHER_WORDS), gateways.group());
    String id = FalseSignature.make(outbreak, folder).offer(liar, gateways.group());
    watch = Optional.of(Watch.begin(gateways, id));
    details.add(
        "$ lag guard offer false.rules --evidence false.evidence    (at %s)"
            .formatted(roles.liar()));
    details.add(FalseSignature.RULE);
    if (!gateways.await(id, List.of(roles.accomplice()), sight -> sight.trusted() >= 0)) {
      return Optional.empty();
    }
    gateways.named(roles.accomplice()).cli().json("guard", "attest", id);
    details.add(
        "$ lag guard attest %s    (at %s)".formatted(id.substring(0, 12), roles.accomplice()));
    boolean isDoubted =
        gateways.await(id, roles.honest(), sight -> sight.is(roles.colluders(), 2, "doubted"));
    Moment moment =
        new Moment(
            "Made up by %s and %s".formatted(roles.liar(), roles.accomplice()),
            gateways.sights(id));
    details.addAll(moment.lines());
    gateways
        .named(roles.second())
        .signature(id)
        .ifPresent(
            one -> details.add("why not, at %s: %s".formatted(roles.second(), one.detail())));
    return isDoubted ? Optional.of(moment) : Optional.empty();
  }

  /** Stops looking at it; whether it was enforced nowhere all the time. */
  boolean end(List<String> details) throws InterruptedException {
    if (watch.isEmpty()) {
      return false;
    }
    Watch seen = watch.get();
    seen.end();
    details.add("looked %,d times, until now".formatted(seen.looks()));
    seen.mostTrusted()
        .forEach((name, most) ->
            details.add("%-6s trusted %d of its endorsers at most".formatted(name, most)));
    return !seen.isEnforced();
  }
}
