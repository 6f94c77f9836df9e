package org.lagroups.node.control;

import tools.jackson.databind.JsonNode;

/**
 * An event as a client of the control API hears it.
 *
 * @param id where to go on from after a break
 * @param type such as {@code group.changed}
 * @param data the record that was published
 */
public record ApiEvent(String id, String type, JsonNode data) {

  /**
   * The type of the event that stands for events which are no longer kept: whoever gets it reads
   * the present state afresh.
   */
  public static final String GAP = "gap";
}
