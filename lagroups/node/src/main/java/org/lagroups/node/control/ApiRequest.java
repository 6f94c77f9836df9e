package org.lagroups.node.control;

import java.util.Optional;

/** A request to the control API, authenticated already. */
public interface ApiRequest {

  /** The value of a parameter in the route's path. */
  String path(String name);

  /** The value of a query parameter, if it was given. */
  Optional<String> query(String name);

  /**
   * The body, read as JSON.
   *
   * @throws ApiException with status 400 if it is not what {@code type} asks for, 413 if it is too
   *     long
   */
  <T> T body(Class<T> type);
}
