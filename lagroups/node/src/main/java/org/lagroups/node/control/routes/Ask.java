package org.lagroups.node.control.routes;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRequest;
import org.lagroups.node.runtime.core.Node;

/** How handlers read requests and ask the node. */
final class Ask {

  private final Node node;

  Ask(Node node) {
    this.node = node;
  }

  /** What {@code question} answers on the loop. */
  <T> T now(Supplier<T> question) {
    return node.loop().call(question);
  }

  /** Changes something on the loop, and waits until that is on disk. */
  <T> T change(Supplier<T> change) {
    record Changed<T>(T result, CompletableFuture<Void> durable) {}
    Changed<T> changed = node.loop().call(() -> new Changed<>(change.get(), node.durable()));
    changed.durable.join();
    return changed.result;
  }

  /** As {@link #change(Supplier)}. */
  void change(Runnable change) {
    change(() -> {
      change.run();
      return true;
    });
  }

  static GroupId group(ApiRequest request) {
    try {
      return GroupId.parse(request.path("group"));
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-group", String.valueOf(e.getMessage()), "see: lag group list");
    }
  }

  static NodeId node(String text) {
    try {
      return NodeId.parse(text);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest(
          "bad-node", String.valueOf(e.getMessage()), "see: lag group show");
    }
  }
}
