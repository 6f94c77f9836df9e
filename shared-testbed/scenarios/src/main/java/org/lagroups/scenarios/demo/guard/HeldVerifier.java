package org.lagroups.scenarios.demo.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An operator's own test of signatures that finds all of them good, but comes to no end before it
 * is released: so that it is known when its gateway endorses one.
 */
record HeldVerifier(Path script, Path hold) {

  /** Far longer than it is held; then it cannot tell. */
  private static final int MOST_SECONDS = 50;

  static HeldVerifier make(Path folder) throws IOException {
    Path hold = Files.createFile(folder.resolve("verifier-held"));
    String text =
        """
        left=%d
        while [ -e '%s' ]; do
          [ "$left" -gt 0 ] || exit 2
          left=$((left - 1))
          sleep 0.1
        done
        """
            .formatted(MOST_SECONDS * 10, hold);
    return new HeldVerifier(Files.writeString(folder.resolve("verifier.sh"), text), hold);
  }

  /** Has a gateway use it. */
  void useAt(Gateway gateway) {
    gateway.cli().json("guard", "trust", "--verifier", "sh", script.toString());
  }

  void release() throws IOException {
    Files.delete(hold);
  }
}
