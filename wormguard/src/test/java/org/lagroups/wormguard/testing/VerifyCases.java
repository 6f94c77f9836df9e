package org.lagroups.wormguard.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published captures that lie beside the project, with what their index says of them. */
public final class VerifyCases {

  private static final String DATA = "shared/data/verify";

  private VerifyCases() {}

  /**
   * One of them.
   *
   * @param name its folder
   * @param capture its file of packets
   * @param packets how many packets the index says it has
   * @param areChecksumsValid whether it says that all checksums are right
   * @param hasTunnel whether it says that packets are inside others
   */
  public record Case(
      String name, Path capture, int packets, boolean areChecksumsValid, boolean hasTunnel) {}

  /** All of them; where they are absent, the test is skipped with a message that says so. */
  public static List<Case> all() {
    Path folder = folder();
    try {
      return Files.readAllLines(folder.resolve("index.csv")).stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .map(columns ->
              new Case(
                  columns[0],
                  folder.resolve(columns[0]).resolve("capture.pcap"),
                  Integer.parseInt(columns[2]),
                  columns[5].equals("valid"),
                  columns[7].contains("tunnel")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path upward = Path.of("").toAbsolutePath();
    while (upward.getParent() != null && !Files.exists(upward.resolve(DATA))) {
      upward = upward.getParent();
    }
    Path folder = upward.resolve(DATA);
    assumeThat(Files.exists(folder.resolve("index.csv")))
        .as("no captures here: " + DATA + "/index.csv is missing")
        .isTrue();
    return folder;
  }
}
