package org.lagroups.node.control;

/**
 * Where a running node's control API is, as its home folder says.
 *
 * @param port on the loopback interface
 * @param processId the node's process
 */
public record ControlPoint(int port, long processId) {

  private static final int MAX_PORT = 65_535;

  public ControlPoint {
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
  }
}
