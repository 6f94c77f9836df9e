package org.lagroups.core.route;

/** Serves routed requests. Called on the node's machine thread. */
@FunctionalInterface
public interface RouteHandler {

  /**
   * Takes a request. It answers through {@code responder}, at once or later; never to answer is
   * allowed. It does not throw for anything in the request.
   */
  void onRequest(RoutedRequest request, Responder responder);
}
