package org.lagroups.scenarios.demo.guard;

import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.process.Cli;
import org.lagroups.scenarios.process.NodeChild;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;
import tools.jackson.databind.JsonNode;

/**
 * A node that is a gateway in the demo.
 *
 * @param cli types commands at it
 */
public record Gateway(String name, NodeId id, NodeChild node, Cli cli) {

  private static final String SIGNATURES = "/v1/guard/signatures";

  /** What it says of a signature; empty if it does not know of it. */
  Optional<SignatureView> signature(String signature) {
    return node.control().get(SIGNATURES, SignatureList.class).signatures().stream()
        .filter(one -> one.id().equals(signature))
        .findFirst();
  }

  /**
   * Learns from a capture: gives the node ordinary traffic, and has it offer what was found.
   *
   * @return what the command printed
   */
  JsonNode learn(Path capture, String group) {
    // With this sampling no content as long as the worm's is overlooked.
    return cli.json(
            "guard",
            "learn",
            "--pcap",
            capture.toString(),
            "--offer",
            "--group",
            group,
            "--sampling",
            "16")
        .json();
  }

  /**
   * Filters a capture by what the group enforces, and by no other rules.
   *
   * @return how many frames were written
   */
  long filter(Path capture, Path out) {
    return cli.json(
            "guard",
            "run",
            "--with-node",
            "--mode",
            "pcap",
            "--pcap",
            capture.toString(),
            "--out",
            out.toString())
        .json()
        .path("written")
        .asLong();
  }
}
