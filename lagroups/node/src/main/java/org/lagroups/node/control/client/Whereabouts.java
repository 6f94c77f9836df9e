package org.lagroups.node.control.client;

import org.lagroups.node.state.HomeFolder;

/**
 * What to tell people about a node that is asked.
 *
 * @param absent that none runs
 * @param start how to start it
 * @param restart how to start it anew
 * @param look where it says what befell it
 */
record Whereabouts(String absent, String start, String restart, String look) {

  static Whereabouts of(HomeFolder home) {
    String start = "lag run " + home.option();
    return new Whereabouts(
        "no node runs at " + home.state(),
        "start it: " + start,
        "restart it: " + start,
        "see its log: " + home.logFile());
  }

  static Whereabouts of(String base) {
    return new Whereabouts(
        "no node answers at " + base,
        "does it run, and is the tunnel to its machine open?",
        "restart it",
        "is the tunnel to its machine open?");
  }
}
