package org.lagroups.scenarios.demo.guard;

import java.util.List;

/**
 * What remains to be shown of the stage.
 *
 * @param gateways all of them, by name
 * @param colluders those of them that collude
 * @param moments signatures as they were seen, in order
 * @param passes how a capture was filtered, in order
 */
public record Exhibits(
    List<String> gateways, List<String> colluders, List<Moment> moments, List<Pass> passes) {

  public Exhibits {
    gateways = List.copyOf(gateways);
    colluders = List.copyOf(colluders);
    moments = List.copyOf(moments);
    passes = List.copyOf(passes);
  }
}
