package org.lagroups.node.control.routes;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.runtime.core.Node;

/** All routes of the core. */
public final class CoreRoutes {

  private CoreRoutes() {}

  /**
   * The routes of a node.
   *
   * @param warnings what somebody should look at, asked each time
   * @param shutdown begins to end the node's process, and returns at once
   */
  public static List<ApiRoute> of(Node node, Supplier<List<String>> warnings, Runnable shutdown) {
    return Stream.of(
            new NodeRoutes(node, warnings, shutdown).routes(),
            new GroupRoutes(node).routes(),
            new InvitationRoutes(node).routes(),
            new TrustRoutes(node).routes(),
            new TranscriptRoutes(node).routes(),
            new GraphRoutes(node).routes())
        .flatMap(List::stream)
        .toList();
  }
}
