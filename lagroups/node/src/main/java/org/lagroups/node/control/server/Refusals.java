package org.lagroups.node.control.server;

import java.util.concurrent.CompletionException;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.state.StateException;

/** How a client is told of what the node throws. */
final class Refusals {

  private Refusals() {}

  /** The refusal for an exception, or the exception itself if it is a fault of the program. */
  static RuntimeException of(RuntimeException e) {
    return switch (e) {
      case ApiException refusal -> refusal;
      case CompletionException wrapper when wrapper.getCause() instanceof RuntimeException cause ->
          of(cause);
      case UnknownGroupException unknown ->
          ApiException.notFound(
              "unknown-group", String.valueOf(unknown.getMessage()), "see: lag group list");
      case LimitReachedException limit ->
          ApiException.conflict("limit-reached", String.valueOf(limit.getMessage()), "");
      case StateException state ->
          new ApiException(
              status(state), state.kind().code(), String.valueOf(state.getMessage()), state.hint());
      default -> e;
    };
  }

  private static int status(StateException e) {
    return switch (e.kind()) {
      case DISK_FULL -> 507;
      case DAMAGED, IN_USE, PERMISSION, PASSPHRASE, CONFIG, IO -> 500;
    };
  }
}
