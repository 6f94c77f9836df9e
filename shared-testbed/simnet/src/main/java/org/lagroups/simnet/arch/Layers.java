package org.lagroups.simnet.arch;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which part of the house may know which. A part is the first package below the root. */
final class Layers {

  private static final List<String> APPLICATIONS =
      List.of("overlay", "multicast", "fileshare", "wormguard");

  private final String prefix;

  Layers(String root) {
    this.prefix = root + ".";
  }

  /** The part that a package belongs to, if it belongs to the house at all. */
  Optional<String> partOf(String packageName) {
    if (!packageName.startsWith(prefix)) {
      return Optional.empty();
    }
    String rest = packageName.substring(prefix.length());
    int dot = rest.indexOf('.');
    return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
  }

  boolean mayDepend(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    return switch (from) {
      case "machine" -> false;
      case "core", "simnet" -> to.equals("machine");
      case "node" -> Set.of("machine", "core").contains(to);
      case "desktop" -> !Set.of("scenarios", "simnet").contains(to);
      case "scenarios" -> true;
      default -> APPLICATIONS.contains(from) && Set.of("machine", "core", "node").contains(to);
    };
  }
}
