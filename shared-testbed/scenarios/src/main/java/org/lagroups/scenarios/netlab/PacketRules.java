package org.lagroups.scenarios.netlab;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happens to packets where they come out of a host's cable: whether they are lost, and whether
 * they go through the delay. Only to those of IP, so that hosts always find each other.
 */
final class PacketRules {

  private static final int MILLION = 1_000_000;

  private final Map<Pair, Integer> lostInMillion = new LinkedHashMap<>();
  private final Set<Pair> delayed = new LinkedHashSet<>();

  /** One way. */
  private record Pair(LabHost from, LabHost to) {}

  /** What gets lost of the packets from one host to another, 0 to 1. */
  void lose(LabHost from, LabHost to, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is 0 to 1, not " + share);
    }
    lostInMillion.put(new Pair(from, to), (int) Math.round(share * MILLION));
  }

  void loseNothing() {
    lostInMillion.clear();
  }

  /** Whether packets from one host to another go through the delay. */
  void delay(LabHost from, LabHost to, boolean isDelayed) {
    if (isDelayed) {
      delayed.add(new Pair(from, to));
    } else {
      delayed.remove(new Pair(from, to));
    }
  }

  /**
   * As nft reads them, in place of all rules so far.
   *
   * @param delay the interface behind which packets are delayed
   */
  String text(Collection<LabHost> hosts, String delay) {
    String chains = hosts.stream().map(host -> chain(host, delay)).collect(Collectors.joining());
    return "flush ruleset\ntable netdev lab {\n" + chains + "}\n";
  }

  private String chain(LabHost from, String delay) {
    StringBuilder rules = new StringBuilder();
    lostInMillion.forEach((pair, lost) -> {
      if (pair.from().equals(from) && lost > 0) {
        String chance = lost < MILLION ? "numgen random mod %d < %d".formatted(MILLION, lost) : "";
        rules.append("    ip daddr %s %s drop\n".formatted(pair.to().address(), chance));
      }
    });
    delayed.stream()
        .filter(pair -> pair.from().equals(from))
        .forEach(pair ->
            rules.append("    ip daddr %s fwd to \"%s\"\n".formatted(pair.to().address(), delay)));
    return rules.isEmpty()
        ? ""
        : "  chain %1$s {\n    type filter hook ingress device \"%1$s\" priority 0;\n%2$s  }\n"
            .formatted(from.cable(), rules);
  }
}
