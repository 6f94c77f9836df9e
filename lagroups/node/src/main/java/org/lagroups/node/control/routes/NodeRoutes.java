package org.lagroups.node.control.routes;

import java.util.List;
import java.util.function.Supplier;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.api.SessionList;
import org.lagroups.node.control.api.SessionList.SessionView;
import org.lagroups.node.runtime.core.Node;
import org.lagroups.node.transport.CarrierKind;
import org.lagroups.node.transport.SessionInfo;

/** The node itself. */
final class NodeRoutes {

  private final Node node;
  private final Ask ask;
  private final Supplier<List<String>> warnings;
  private final Runnable shutdown;
  private final long startedNanos = System.nanoTime();

  NodeRoutes(Node node, Supplier<List<String>> warnings, Runnable shutdown) {
    this.node = node;
    this.ask = new Ask(node);
    this.warnings = warnings;
    this.shutdown = shutdown;
  }

  List<ApiRoute> routes() {
    return List.of(
        ApiRoute.get("/v1/node", "The node itself.", NodeInfo.class, request -> info()),
        ApiRoute.get(
            "/v1/sessions",
            "The nodes with which it is connected.",
            SessionList.class,
            request -> new SessionList(ask.now(this::sessions))),
        ApiRoute.post(
            "/v1/shutdown", "Ends the node; its groups keep it.", Done.class, request -> end()));
  }

  private NodeInfo info() {
    return ask.now(() ->
        new NodeInfo(
            node.self(),
            node.config().name(),
            node.addresses(),
            node.port(),
            ProcessHandle.current().pid(),
            (System.nanoTime() - startedNanos) / 1_000_000_000,
            node.sessions().size(),
            node.groups().groups().size(),
            warnings.get()));
  }

  private List<SessionView> sessions() {
    return node.sessions().stream().map(NodeRoutes::view).toList();
  }

  private static SessionView view(SessionInfo session) {
    return new SessionView(
        session.peer(),
        session.address(),
        session.dialled(),
        session.carriers().stream().map(CarrierKind::label).toList(),
        session.upSinceMillis(),
        session.bytesOut(),
        session.bytesIn());
  }

  private Done end() {
    shutdown.run();
    return Done.DONE;
  }
}
